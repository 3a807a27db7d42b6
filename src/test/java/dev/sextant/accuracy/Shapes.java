package dev.sextant.accuracy;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Describes how uses are written, so that errors can be counted by what they have in common. */
final class Shapes {
  private final Trees trees;
  private final DeclarationPlaces places;
  private final CompilationUnitTree unit;
  private final Text text;
  private final Set<Element> inferred = new HashSet<>();

  Shapes(Trees trees, DeclarationPlaces places, CompilationUnitTree unit, Text text) {
    this.trees = trees;
    this.places = places;
    this.unit = unit;
    this.text = text;
  }

  /** Hears of a variable, to know later whether its type was written. */
  void local(VariableTree tree, @Nullable Element element) {
    Tree type = tree.getType();
    int start = type == null ? -1 : (int) trees.getSourcePositions().getStartPosition(unit, type);
    boolean written =
        start >= 0
            && !text.hasWord(start, "var")
            && !text.hasWord(start, tree.getName().toString());
    if (element != null && !written) {
      inferred.add(element);
    }
  }

  /** The shape of a use of {@code target}. */
  String of(TreePath path, Tree use, @Nullable Element target) {
    return switch (use) {
      case MethodInvocationTree call ->
          receiver(path, call.getMethodSelect(), target)
              + overloads(target)
              + arguments(call.getArguments());
      case NewClassTree made ->
          (made.getClassBody() == null ? "new" : "new with body")
              + overloads(target)
              + arguments(made.getArguments());
      case MemberReferenceTree reference ->
          "::" + value(new TreePath(path, reference.getQualifierExpression())) + overloads(target);
      case MemberSelectTree select -> receiver(path, select, target);
      default -> receiver(path, use, target);
    };
  }

  private String receiver(TreePath path, Tree select, @Nullable Element target) {
    return select instanceof MemberSelectTree member
        ? value(new TreePath(path, member.getExpression())) + "."
        : path.getParentPath().getLeaf() instanceof ConstantCaseLabelTree
            ? "case label"
            : simple(target);
  }

  private static String simple(@Nullable Element target) {
    if (target == null || target.getKind().isClass() || target.getKind().isInterface()) {
      return "simple type name";
    }
    return target.getModifiers().contains(Modifier.STATIC) ? "simple static name" : "simple name";
  }

  private String value(TreePath path) {
    return switch (path.getLeaf()) {
      case ParenthesizedTree inner -> value(new TreePath(path, inner.getExpression()));
      case IdentifierTree name -> named(path, name.getName().toString());
      case MemberSelectTree select -> named(path, select.getIdentifier().toString());
      case MethodInvocationTree _ -> "result of " + called(path);
      case NewClassTree _ -> "new";
      case ArrayAccessTree _ -> "array element";
      default -> path.getLeaf().getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private String named(TreePath path, String name) {
    Element element = trees.getElement(path);
    if (name.equals("this") || name.equals("super") || element == null) {
      return name.equals("super") || name.equals("this") ? name : "unknown";
    }
    String generic = typeVariable(trees.getTypeMirror(path));
    if (inferred.contains(element)) {
      return (element.getKind() == ElementKind.PARAMETER ? "lambda parameter" : "var") + generic;
    }
    if (element.getKind().isClass() || element.getKind().isInterface()) {
      return "type";
    }
    return element.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + generic;
  }

  private String called(TreePath path) {
    Element method = trees.getElement(path);
    if (method == null) {
      return "unknown call";
    }
    String where = places.target(method).isPresent() ? "call" : "outside call";
    boolean generic =
        method instanceof ExecutableElement executable
            && executable.getReturnType().getKind() == TypeKind.TYPEVAR;
    return (generic ? "generic " : "") + where;
  }

  private static String typeVariable(@Nullable TypeMirror type) {
    return type != null && type.getKind() == TypeKind.TYPEVAR ? " of type variable" : "";
  }

  private static String overloads(@Nullable Element target) {
    if (!(target instanceof ExecutableElement method) || target.getEnclosingElement() == null) {
      return "";
    }
    long same =
        target.getEnclosingElement().getEnclosedElements().stream()
            .filter(ExecutableElement.class::isInstance)
            .filter(other -> other.getSimpleName().equals(target.getSimpleName()))
            .filter(
                other ->
                    ((ExecutableElement) other).getParameters().size()
                        == method.getParameters().size())
            .count();
    return (method.isVarArgs() ? ", varargs" : "") + (same > 1 ? ", overloaded" : "");
  }

  private static String arguments(List<? extends ExpressionTree> arguments) {
    boolean lambda = arguments.stream().anyMatch(LambdaExpressionTree.class::isInstance);
    boolean reference = arguments.stream().anyMatch(MemberReferenceTree.class::isInstance);
    return (lambda ? ", lambda argument" : "") + (reference ? ", method reference argument" : "");
  }
}
