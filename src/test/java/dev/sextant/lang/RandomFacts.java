package dev.sextant.lang;

import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import java.util.List;
import java.util.Random;

/** Facts that no extractor takes: whatever a builder lets through. */
final class RandomFacts {
  private static final List<SymbolKind> KINDS = List.of(SymbolKind.values());

  private RandomFacts() {}

  static FileFacts of(Random random) {
    FactsBuilder facts = new FactsBuilder();
    facts.begin(new byte[0], random.nextInt(1_000_000), "Some.class");
    if (random.nextBoolean()) {
      facts.namespace(facts.string("p" + random.nextInt(5)));
    }
    int open = 0;
    for (int i = random.nextInt(60); i > 0; i--) {
      int number = random.nextBoolean() ? random.nextInt(4) : random.nextInt();
      int string = facts.string("näme" + random.nextInt(10));
      switch (random.nextInt(6)) {
        case 0 -> {
          facts.openScope(random.nextInt(5), -1);
          open++;
        }
        case 1 -> {
          if (open > 0) {
            facts.closeScope();
            open--;
          }
        }
        case 2 ->
            facts.type(
                facts.declare(
                    KINDS.get(random.nextInt(KINDS.size())),
                    string,
                    number,
                    i,
                    i + 3,
                    number,
                    -1,
                    Integer.MIN_VALUE),
                number);
        case 3 -> facts.node(random.nextInt(30), Role.READ, string, number, -1, i, i);
        case 4 -> facts.list(new int[] {number, i, -1}, random.nextInt(4));
        default -> facts.imported(0, string, -1, number, i, i + 1);
      }
    }
    return facts.build();
  }
}
