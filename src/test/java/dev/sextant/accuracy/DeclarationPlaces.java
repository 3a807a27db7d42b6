package dev.sextant.accuracy;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Where the declarations of a tree have their names. */
final class DeclarationPlaces extends TreePathScanner<@Nullable Void, Text> {
  private final Trees trees;
  private final Elements elements;
  private final SourcePositions positions;
  private final Map<Element, Place> places = new HashMap<>();
  private final Map<Element, Site> names = new HashMap<>();
  private final List<Declared> declared = new ArrayList<>();
  private Optional<CompilationUnitTree> unit = Optional.empty();
  private long sharedTypeStart = -1;
  private int declaratorEnd;
  private int constantOffset;

  DeclarationPlaces(Trees trees, Elements elements) {
    this.elements = elements;
    this.trees = trees;
    this.positions = trees.getSourcePositions();
  }

  /** Gathers the declarations of one file. */
  void add(CompilationUnitTree file, Text text) {
    unit = Optional.of(file);
    scan(file, text);
  }

  /** All declarations gathered. */
  List<Declared> declared() {
    return declared;
  }

  /** The place of an element that is written in the tree. */
  Optional<Place> written(Element element) {
    return Optional.ofNullable(places.get(element));
  }

  /** Where the name of an element that is written in the tree stands. */
  Optional<Site> name(Element element) {
    return Optional.ofNullable(names.get(element));
  }

  /**
   * The place that stands for an element: its own, the class of an implicit constructor, or the
   * component of an implied accessor or parameter; none for other things that the tree does not
   * write.
   */
  Optional<Place> target(Element element) {
    Optional<Place> own = written(element);
    Element owner = element.getEnclosingElement();
    if (own.isPresent() || owner == null) {
      return own;
    }
    if (element.getKind() == ElementKind.CONSTRUCTOR) {
      return written(owner);
    }
    return owner.getKind() == ElementKind.RECORD
            && element instanceof ExecutableElement method
            && method.getParameters().isEmpty()
        ? component(owner, element)
        : implied(element, owner);
  }

  /** A parameter of a compact constructor is written nowhere but as the component. */
  private Optional<Place> implied(Element element, Element owner) {
    Element record = owner.getEnclosingElement();
    return element.getKind() == ElementKind.PARAMETER
            && owner instanceof ExecutableElement method
            && elements.isCompactConstructor(method)
            && record != null
        ? component(record, element)
        : Optional.empty();
  }

  private Optional<Place> component(Element owner, Element named) {
    return owner.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.FIELD)
        .filter(member -> member.getSimpleName().contentEquals(named.getSimpleName()))
        .findFirst()
        .flatMap(this::written);
  }

  /** Where the last segment of a type's name starts; -1 for what has none. */
  int nameOffset(CompilationUnitTree file, Tree type) {
    return switch (type) {
      case AnnotatedTypeTree annotated -> nameOffset(file, annotated.getUnderlyingType());
      case ParameterizedTypeTree generic -> nameOffset(file, generic.getType());
      case MemberSelectTree select ->
          (int) positions.getEndPosition(file, select) - select.getIdentifier().length();
      case IdentifierTree name -> (int) positions.getStartPosition(file, name);
      default -> -1;
    };
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Text text) {
    String name = tree.getSimpleName().toString();
    int offset =
        name.isEmpty()
            ? anonymousOffset()
            : text.word(Math.max(start(tree), end(tree.getModifiers())), name);
    declare("type", name, offset, text);
    return super.visitClass(tree, text);
  }

  private int anonymousOffset() {
    if (getCurrentPath().getParentPath().getLeaf() instanceof NewClassTree made) {
      Element around = trees.getElement(getCurrentPath().getParentPath().getParentPath());
      return around != null && around.getKind() == ElementKind.ENUM_CONSTANT
          ? constantOffset
          : nameOffset(unit.orElseThrow(), made.getIdentifier());
    }
    return -1;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, Text text) {
    if (end(tree) < 0) {
      return null;
    }
    boolean constructor = tree.getReturnType() == null;
    String name =
        constructor
            ? ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName().toString()
            : tree.getName().toString();
    if (name.isEmpty()) {
      return null;
    }
    int from = Math.max(start(tree), end(tree.getModifiers()));
    for (TypeParameterTree parameter : tree.getTypeParameters()) {
      from = Math.max(from, end(parameter));
    }
    Tree result = tree.getReturnType();
    if (result != null) {
      from = Math.max(from, end(innermost(result)));
    }
    declare(constructor ? "constructor" : "method", name, text.word(from, name), text);
    return super.visitMethod(tree, text);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, Text text) {
    Element element = trees.getElement(getCurrentPath());
    if (element != null && element.getKind().isField()) {
      int from = Math.max(start(tree), end(tree.getModifiers()));
      if (element.getKind() != ElementKind.ENUM_CONSTANT) {
        from = afterType(tree, from);
      }
      int offset = text.word(from, tree.getName().toString());
      constantOffset = element.getKind() == ElementKind.ENUM_CONSTANT ? offset : constantOffset;
      declare("field", tree.getName().toString(), offset, text);
    }
    return super.visitVariable(tree, text);
  }

  /** Where the name may start; declarators that share a type stand one behind the other. */
  private int afterType(VariableTree tree, int from) {
    Tree type = innermost(tree.getType());
    long typeStart = start(type);
    int after = Math.max(from, end(type));
    if (typeStart == sharedTypeStart) {
      after = Math.max(after, declaratorEnd);
    }
    sharedTypeStart = typeStart;
    declaratorEnd = end(tree);
    return after;
  }

  private static Tree innermost(Tree type) {
    return switch (type) {
      case ArrayTypeTree array -> innermost(array.getType());
      case AnnotatedTypeTree annotated
          when annotated.getUnderlyingType() instanceof ArrayTypeTree array ->
          innermost(array.getType());
      default -> type;
    };
  }

  private void declare(String kind, String name, int offset, Text text) {
    Element element = trees.getElement(getCurrentPath());
    if (element == null || offset < 0) {
      return;
    }
    Place place = text.place(offset, name);
    places.put(element, place);
    names.put(element, text.site(offset));
    declared.add(new Declared(place, kind, owner(element)));
  }

  private static String owner(Element element) {
    Element at = element;
    while (at != null && !(at instanceof TypeElement)) {
      at = at.getEnclosingElement();
    }
    return at == null ? "" : at.toString();
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit.orElseThrow(), tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit.orElseThrow(), tree);
  }
}
