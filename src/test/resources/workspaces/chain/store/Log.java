package store;

class Log {
  void write(Entry entry) {
    append(entry);
  }

  private void append(Entry entry) {}
}
