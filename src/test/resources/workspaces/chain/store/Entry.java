package store;

public class Entry {
  int number;
}
