package dev.sextant.testing;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.LinkCounts;
import dev.sextant.graph.LinkInput;
import dev.sextant.graph.StringInterner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random edit of a graph: files go, come, get other contents or other occurrences, and what
 * refers to something that is gone is linked anew without it.
 *
 * <p>The model is that of the graph after the edit; the same seed makes the same edit.
 */
public final class EditedGraph {
  /** The graph after the edit. */
  public final GraphModel model = new GraphModel();

  private final GraphModel before;
  private final GraphModel other;
  private final Random random;
  private final Set<String> kept = new HashSet<>();
  private final Map<Integer, Integer> ofBefore = new HashMap<>();
  private final Map<Integer, Integer> ofOther = new HashMap<>();

  /** Edits {@code before}, whose files must not go by their numbers. */
  public EditedGraph(GraphModel before, long seed) {
    this.before = before;
    random = new Random(seed);
    other = RandomGraphs.graph(random.nextLong());
    files(random.nextInt(6));
    edges();
  }

  /** The same files with contents that do not go by their numbers. */
  public static GraphModel unnumbered(GraphModel model) {
    for (int file = 0; file < model.files.size(); file++) {
      mark(model, file, file + model.symbols.size());
    }
    return model;
  }

  private static void mark(GraphModel model, int file, int mark) {
    model.contentHashes.put(file, (long) mark);
    model.counts.put(file, new LinkCounts(mark, 2 * mark, 3 * mark));
  }

  /** What the edited graph is linked from when {@code graph} is that before the edit. */
  public LinkInput input(CodeGraph graph, StringInterner names) {
    List<FileBlock> blocks = model.blocks(names);
    var input = new LinkInput.Builder(graph);
    for (FileBlock block : blocks) {
      if (kept.contains(block.path())) {
        input.kept(graph.files().find(block.path()));
      } else {
        input.linked(block);
      }
    }
    return input.build();
  }

  /** How many files are as they were. */
  public int keptCount() {
    return kept.size();
  }

  private void files(int changes) {
    var paths = new TreeSet<String>();
    before.files.forEach(file -> paths.add(file.path()));
    other.files.forEach(file -> paths.add(file.path()));
    for (String path : paths) {
      int old = number(before, path);
      int fresh = number(other, path);
      int choice = random.nextInt(10) < changes ? random.nextInt(4) : 4;
      if (old >= 0 && choice >= 2) {
        add(before, old, ofBefore);
        int file = model.files.size() - 1;
        model.contentHashes.put(file, before.contentHashes.get(old));
        model.counts.put(file, before.counts.get(old));
        if (choice == 4) {
          kept.add(path);
        }
      } else if (fresh >= 0 && choice < 2) {
        add(other, fresh, ofOther);
        mark(model, model.files.size() - 1, random.nextInt(100));
      }
    }
  }

  private static int number(GraphModel model, String path) {
    for (int file = 0; file < model.files.size(); file++) {
      if (model.files.get(file).path().equals(path)) {
        return file;
      }
    }
    return -1;
  }

  private void add(GraphModel from, int file, Map<Integer, Integer> symbols) {
    model.files.add(from.files.get(file));
    int first = from.firstSymbol(file);
    int moved = model.symbols.size() - first;
    for (int i = first; i < from.symbols.size() && from.symbols.get(i).file() == file; i++) {
      GraphModel.Symbol symbol = from.symbols.get(i);
      symbols.put(i, i + moved);
      model.symbols.add(
          new GraphModel.Symbol(
              model.files.size() - 1,
              symbol.kind(),
              symbol.name(),
              symbol.disambiguator(),
              symbol.container() < 0 ? -1 : symbol.container() + moved,
              symbol.nameStart(),
              symbol.nameEnd(),
              symbol.start(),
              symbol.bodyStart(),
              symbol.end(),
              symbol.modifiers()));
    }
  }

  private void edges() {
    for (GraphModel.Occurrence made : before.occurrences) {
      Integer enclosing = ofBefore.get(made.enclosing());
      if (enclosing != null) {
        int target = now(made.target());
        boolean stays = isKept(enclosing) || random.nextInt(3) > 0;
        if (target >= 0 && stays) {
          model.occurrences.add(occurrence(made, enclosing, target));
        } else {
          kept.remove(path(enclosing));
        }
      }
    }
    for (GraphModel.Supertype made : before.supertypes) {
      Integer subtype = ofBefore.get(made.subtype());
      if (subtype != null) {
        boolean stays = isKept(subtype) || random.nextInt(3) > 0;
        int supertype = stays ? now(made.supertype()) : anySymbol();
        if (supertype >= 0) {
          model.supertypes.add(new GraphModel.Supertype(subtype, supertype));
        } else {
          kept.remove(path(subtype));
        }
      }
    }
    for (GraphModel.Occurrence made : other.occurrences) {
      Integer enclosing = ofOther.get(made.enclosing());
      if (enclosing != null) {
        model.occurrences.add(occurrence(made, enclosing, anySymbol()));
      }
    }
    for (int symbol : new ArrayList<>(ofOther.values())) {
      if (random.nextInt(4) == 0) {
        model.supertypes.add(new GraphModel.Supertype(symbol, anySymbol()));
      }
    }
  }

  /** What a symbol of before is now: the symbol at its place in its file, if it is alike; or -1. */
  private int now(int symbol) {
    Integer same = ofBefore.get(symbol);
    if (same != null) {
      return same;
    }
    GraphModel.Symbol known = before.symbols.get(symbol);
    int file = number(model, before.files.get(known.file()).path());
    int local = symbol - before.firstSymbol(known.file());
    int at = file < 0 ? -1 : model.firstSymbol(file) + local;
    if (at < 0 || at >= model.symbols.size()) {
      return -1;
    }
    GraphModel.Symbol there = model.symbols.get(at);
    boolean alike =
        there.file() == file && there.kind() == known.kind() && there.name().equals(known.name());
    return alike ? at : -1;
  }

  private static GraphModel.Occurrence occurrence(
      GraphModel.Occurrence made, int enclosing, int target) {
    return new GraphModel.Occurrence(
        enclosing, made.start(), made.end(), target, made.role(), made.evidence());
  }

  private boolean isKept(int symbol) {
    return kept.contains(path(symbol));
  }

  private String path(int symbol) {
    return model.files.get(model.symbols.get(symbol).file()).path();
  }

  private int anySymbol() {
    return random.nextInt(model.symbols.size());
  }
}
