package dev.sextant.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The uses found so far, each once. */
final class UseLog {
  private record Key(String kind, Site at) {}

  private final DeclarationPlaces places;
  private final Map<Key, Edge> edges = new LinkedHashMap<>();
  private final Map<Key, Silence> silences = new LinkedHashMap<>();
  private Place from = new Place("", 0, "<file>");

  UseLog(DeclarationPlaces places) {
    this.places = places;
  }

  List<Edge> edges() {
    return List.copyOf(edges.values());
  }

  List<Silence> silences() {
    return List.copyOf(silences.values());
  }

  /** Turns to a file; what follows stands in no declaration of it. */
  void file(String file) {
    from = new Place(file, 0, "<file>");
  }

  /** Runs {@code scan}, whose uses stand in {@code declaration}. */
  void inside(Optional<Place> declaration, Runnable scan) {
    Place outer = from;
    from = declaration.orElse(outer);
    scan.run();
    from = outer;
  }

  /** Notes a use of {@code target}, which is null or erroneous where the compiler is at a loss. */
  void use(String kind, Site at, String name, @Nullable Element target, Supplier<String> shape) {
    Key key = new Key(kind, at);
    if (target == null || isError(target.asType())) {
      silences.putIfAbsent(key, new Silence(kind, at, Silence.Cause.UNKNOWN, name));
      return;
    }
    Optional<Place> to = places.target(target);
    if (to.isPresent()) {
      edges.putIfAbsent(key, new Edge(kind, from, to.get(), at, "exact", Optional.of(shape.get())));
    } else {
      silences.putIfAbsent(key, new Silence(kind, at, Silence.Cause.OUTSIDE, full(target)));
    }
  }

  /** Notes the construction of the enum constant that uses stand in now. */
  void constant(Site at, @Nullable Element target) {
    use("new", at, from.name(), target, () -> "enum constant");
  }

  private static String full(Element target) {
    Element owner = target.getEnclosingElement();
    return target instanceof TypeElement || owner == null
        ? target.toString()
        : owner + "." + target;
  }

  /** Whether the compiler could not make out a type. */
  static boolean isError(@Nullable TypeMirror type) {
    return type != null && type.getKind() == TypeKind.ERROR;
  }
}
