package shapes;

interface Shape {
  int area();
}

class Square implements Shape {
  @Override
  public int area() {
    return 4;
  }
}

class Tile extends Square {
  @Override
  public int area() {
    return super.area() + 1;
  }
}

class Floor {
  int size(Shape shape, Tile tile) {
    return shape.area() + tile.area();
  }
}
