package app;

import store.Entry;
import store.Store;

class Main {
  private final Store store = new Store();

  void run(int count) {
    store.save(count);
    store.save(new Entry());
  }

  void start() {
    run(1);
  }
}
