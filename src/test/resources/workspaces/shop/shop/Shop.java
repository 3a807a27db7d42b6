package shop;

class Shop {
  private final Till till = new Till();

  void sell() {
    till.add(5);
  }
}
