package shop;

class Till {
  int total;

  void add(int cents) {
    total += cents;
  }
}
