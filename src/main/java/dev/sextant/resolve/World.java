package dev.sextant.resolve;

import java.util.function.BiConsumer;

/**
 * One worker's view of everything declared: the tables, and the questions that can be asked of
 * them.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
public final class World {
  final Declarations declarations;
  final Asking asking;
  final Imports imports;
  final TypeNames typeNames;
  final WrittenTypes writtenTypes;
  final Hierarchy hierarchy;
  final Signatures signatures;
  final Members members;
  final Unification unification;
  final FunctionalInterfaces functionalInterfaces;
  final Applicability applicability;
  final Overloads overloads;
  final Overriding overriding;
  final Aliases aliases;
  final Globals globals;
  final Values values;
  final Merged merged;
  final Acceptance acceptance;
  final Shapes shapes;
  final Containers containers;

  /** How many nodes are being looked at, one for the sake of the other. */
  int depth;

  /** A view of the tables for one worker. */
  public World(Tables tables) {
    declarations = tables.declarations();
    asking = new Asking(declarations, tables.keys);
    imports = new Imports(declarations, asking, tables.importTargets, tables.submodules);
    typeNames = new TypeNames(this);
    writtenTypes = new WrittenTypes(this);
    hierarchy = new Hierarchy(this, tables.ancestries);
    signatures = new Signatures(this, tables.declaredTypes, tables.parameters);
    members = new Members(this);
    unification = new Unification(this);
    functionalInterfaces = new FunctionalInterfaces(this);
    applicability = new Applicability(this);
    overloads = new Overloads(this);
    overriding = new Overriding(this);
    aliases = new Aliases(this);
    globals = new Globals(this);
    values = new Values(this);
    merged = new Merged(declarations);
    acceptance = new Acceptance(this);
    shapes = new Shapes(this);
    containers = new Containers(this);
  }

  /** The methods of the workspace that a method overrides or implements directly. */
  public int[] overridden(int method) {
    return overriding.overridden(method);
  }

  /** Where imports lead. */
  public Imports imports() {
    return imports;
  }

  /** From now on what is asked is asked for {@code file}. */
  public void begin(int file) {
    asking.begin(file);
  }

  /** The file begun last names what is declared there. */
  public void lookAt(int declaration) {
    asking.lookAt(declaration);
  }

  /** What was asked for the file begun last, apart from what its declarations mean to others. */
  public Questions asked() {
    return asking.asked();
  }

  /** Gives what this worker asked to know what the declarations of files mean to others. */
  public void headers(BiConsumer<Integer, Questions> to) {
    asking.headers(to);
  }

  /** The supertypes that a type writes and that are declared in the workspace. */
  public int[] writtenSupertypes(int type) {
    return hierarchy.writtenSupertypes(type);
  }

  /** The type of a package and simple name as a class type, unknown when it is not at hand. */
  Type named(String packageName, String name) {
    int found = asking.inPackage(packageName, name);
    return found < 0 ? Basic.UNKNOWN : ClassType.of(found);
  }

  /** The class that boxes a primitive type; the type itself when it is none. */
  Type boxed(Type type) {
    if (!(type instanceof Basic basic) || !basic.isPrimitive()) {
      return type;
    }
    return named("java.lang", basic.boxName());
  }

  /** The primitive type that a class boxes; unknown for all others. */
  Basic unboxed(Type type) {
    if (type instanceof Basic basic) {
      return basic.isPrimitive() ? basic : Basic.UNKNOWN;
    }
    return type instanceof ClassType named
        ? Basic.unboxed(declarations.name(declarations.nameOf(named.declaration())))
        : Basic.UNKNOWN;
  }
}
