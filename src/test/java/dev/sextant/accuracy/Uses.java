package dev.sextant.accuracy;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds every use of a declaration in one attributed file.
 *
 * <p>What the compiler added has no text of its own, so a use counts only where its name is really
 * written.
 */
final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Trees trees;
  private final DeclarationPlaces places;
  private final UseLog log;
  private final Shapes shapes;
  private final CompilationUnitTree unit;
  private final Text text;

  Uses(Trees trees, DeclarationPlaces places, UseLog log, CompilationUnitTree unit, Text text) {
    this.trees = trees;
    this.places = places;
    this.log = log;
    this.unit = unit;
    this.text = text;
    this.shapes = new Shapes(trees, places, unit, text);
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, @Nullable Void none) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    scan(tree.getModifiers(), null);
    scan(tree.getTypeParameters(), null);
    if (!tree.getSimpleName().isEmpty()) {
      // The supertype of an anonymous class is the name that its construction has.
      scan(tree.getExtendsClause(), null);
      scan(tree.getImplementsClause(), null);
      scan(tree.getPermitsClause(), null);
    }
    inside(() -> scan(tree.getMembers(), null));
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
    Element element = trees.getElement(getCurrentPath());
    if (element == null || places.written(element).isEmpty()) {
      return null;
    }
    boolean compact =
        element.getKind() == ElementKind.CONSTRUCTOR
            && tree.getParameters().stream().anyMatch(it -> start(it) < start(tree));
    inside(
        () -> {
          if (compact) {
            scan(tree.getModifiers(), null);
            scan(tree.getBody(), null);
          } else {
            super.visitMethod(tree, null);
          }
        });
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
    Element element = trees.getElement(getCurrentPath());
    if (element == null || !element.getKind().isField()) {
      shapes.local(tree, element);
      return super.visitVariable(tree, null);
    }
    if (element.getKind() == ElementKind.ENUM_CONSTANT) {
      inside(
          () -> {
            scan(tree.getModifiers(), null);
            scan(tree.getInitializer(), null);
          });
    } else {
      scan(tree.getModifiers(), null);
      scan(tree.getType(), null);
      inside(() -> scan(tree.getInitializer(), null));
    }
    return null;
  }

  private void inside(Runnable scan) {
    Element element = trees.getElement(getCurrentPath());
    log.inside(element == null ? Optional.empty() : places.written(element), scan);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
    ExpressionTree select = tree.getMethodSelect();
    int at = offset(select);
    String name = name(select);
    if (text.hasWord(at, name)) {
      Element target = trees.getElement(under(select));
      use("call", at, name, isKnown(tree.getArguments()) ? target : null, tree);
    }
    scan(tree.getTypeArguments(), null);
    if (select instanceof MemberSelectTree member) {
      scan(member.getExpression(), null);
    }
    scan(tree.getArguments(), null);
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
    Element around = trees.getElement(getCurrentPath().getParentPath());
    boolean constant = around != null && around.getKind() == ElementKind.ENUM_CONSTANT;
    Element target = constructor(tree);
    if (constant) {
      boolean written = target != null && places.written(target).isPresent();
      places
          .name(around)
          .filter(at -> written || text.isCalled(at, around.getSimpleName().toString()))
          .ifPresent(at -> log.constant(at, target));
    } else {
      int at = places.nameOffset(unit, tree.getIdentifier());
      String name = name(tree.getIdentifier());
      if (text.hasWord(at, name)) {
        use("new", at, name, isKnown(tree.getArguments()) ? target : null, tree);
      }
      scan(tree.getEnclosingExpression(), null);
      scanAround(tree.getIdentifier());
    }
    scan(tree.getTypeArguments(), null);
    scan(tree.getArguments(), null);
    scan(tree.getClassBody(), null);
    return null;
  }

  /** The constructor a construction calls; with a body, that of the class that is extended. */
  private @Nullable Element constructor(NewClassTree tree) {
    ClassTree body = tree.getClassBody();
    if (body == null) {
      return trees.getElement(getCurrentPath());
    }
    Element called = superConstructor(body);
    boolean ofObject =
        called != null
            && called.getEnclosingElement() instanceof TypeElement owner
            && owner.getQualifiedName().contentEquals("java.lang.Object");
    return called == null || ofObject ? trees.getElement(under(tree.getIdentifier())) : called;
  }

  private @Nullable Element superConstructor(ClassTree body) {
    TreePath path = under(body);
    for (Tree member : body.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && method.getBody() != null) {
        for (Tree statement : method.getBody().getStatements()) {
          if (statement instanceof ExpressionStatementTree expression
              && expression.getExpression() instanceof MethodInvocationTree call) {
            return trees.getElement(new TreePath(new TreePath(path, call), call.getMethodSelect()));
          }
        }
      }
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
    boolean made = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
    String name = made ? "new" : tree.getName().toString();
    int at = end(tree) - name.length();
    Element target = trees.getElement(getCurrentPath());
    boolean array =
        made && target != null && !(target.getEnclosingElement() instanceof TypeElement);
    if (!array && text.hasWord(at, name)) {
      use(made ? "new" : "call", at, name, target, tree);
    }
    return super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
    String name = tree.getName().toString();
    if (!name.equals("this") && !name.equals("super")) {
      reference(tree, start(tree), name);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
    String name = tree.getIdentifier().toString();
    if (!name.equals("this") && !name.equals("super") && !name.equals("class")) {
      reference(tree, end(tree) - name.length(), name);
    }
    return super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void none) {
    scan(tree.getAnnotationType(), null);
    for (ExpressionTree argument : tree.getArguments()) {
      scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, null);
    }
    return null;
  }

  private void reference(Tree tree, int at, String name) {
    if (!text.hasWord(at, name)) {
      return;
    }
    Element target = trees.getElement(getCurrentPath());
    boolean counts =
        target == null
            || target.getKind().isField()
            || target.getKind().isClass()
            || target.getKind().isInterface()
            || (target.getKind() == ElementKind.PARAMETER && places.target(target).isPresent());
    if (counts) {
      use("ref", at, name, target, tree);
    }
  }

  private void use(String kind, int at, String name, @Nullable Element target, Tree tree) {
    log.use(kind, text.site(at), name, target, () -> shapes.of(getCurrentPath(), tree, target));
  }

  /** Scans what stands around the last segment of a type's name. */
  private void scanAround(Tree type) {
    switch (type) {
      case AnnotatedTypeTree annotated -> {
        scan(annotated.getAnnotations(), null);
        scanAround(annotated.getUnderlyingType());
      }
      case ParameterizedTypeTree generic -> {
        scanAround(generic.getType());
        scan(generic.getTypeArguments(), null);
      }
      case MemberSelectTree select -> scan(select.getExpression(), null);
      default -> {}
    }
  }

  private boolean isKnown(List<? extends ExpressionTree> arguments) {
    return arguments.stream()
        .noneMatch(argument -> UseLog.isError(trees.getTypeMirror(under(argument))));
  }

  private static String name(Tree tree) {
    return switch (tree) {
      case AnnotatedTypeTree annotated -> name(annotated.getUnderlyingType());
      case ParameterizedTypeTree generic -> name(generic.getType());
      case IdentifierTree name -> name.getName().toString();
      case MemberSelectTree select -> select.getIdentifier().toString();
      default -> "";
    };
  }

  private int offset(Tree tree) {
    return tree instanceof IdentifierTree ? start(tree) : end(tree) - name(tree).length();
  }

  private TreePath under(Tree tree) {
    return new TreePath(getCurrentPath(), tree);
  }

  private int start(Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) trees.getSourcePositions().getEndPosition(unit, tree);
  }
}
