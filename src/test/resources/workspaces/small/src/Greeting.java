class Greeting {
  String text() {
    return "hello";
  }
}
