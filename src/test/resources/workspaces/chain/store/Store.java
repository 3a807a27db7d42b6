package store;

public class Store {
  private final Log log = new Log();

  public void save(int number) {
    save(new Entry());
  }

  public void save(Entry entry) {
    log.write(entry);
  }
}
