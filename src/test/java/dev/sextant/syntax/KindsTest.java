package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KindsTest {
  private static final int CLASS = 1;
  private static final int METHOD = 2;
  private static final int STATIC = 3;
  private static final int BROKEN = 4;
  private static final int NAME = 1;
  private static final int BODY = 2;

  private final NodeKinds kinds =
      NodeKinds.of(Grammar.JAVA)
          .node("class_declaration", CLASS)
          .node("method_declaration", METHOD)
          .token("static", STATIC)
          .error(BROKEN)
          .build();
  private final FieldKinds fields =
      FieldKinds.of(Grammar.JAVA).field("name", NAME).field("body", BODY).build();

  @Test
  void turnsSymbolsAndFieldsIntoConstants() {
    byte[] text = "class A { static void m() {} #### }".getBytes(StandardCharsets.UTF_8);
    int[] seen = new int[5];
    try (var parser = SyntaxParser.open()) {
      parser.parse(Grammar.JAVA, text, text.length, ParseLimits.STANDARD);
      var outcome = parser.parse(Grammar.JAVA, text, text.length, ParseLimits.STANDARD);
      SyntaxTree tree = ((ParseOutcome.Parsed) outcome).tree();
      int classNode = -1;
      for (int node = 0; node < tree.size(); node++) {
        int kind = kinds.of(tree, node);
        seen[kind]++;
        classNode = kind == CLASS ? node : classNode;
      }

      assertThat(seen[CLASS]).isEqualTo(1);
      assertThat(seen[METHOD]).isEqualTo(1);
      assertThat(seen[STATIC]).isEqualTo(1);
      assertThat(seen[BROKEN]).isEqualTo(tree.errorCount()).isPositive();
      int name = fields.child(tree, classNode, NAME);
      assertThat(tree.start(name)).isEqualTo(6);
      assertThat(fields.of(tree, name)).isEqualTo(NAME);
      assertThat(tree.childByField(classNode, tree.field(name))).isEqualTo(name);
      assertThat(tree.childBySymbol(classNode, tree.symbol(name))).isEqualTo(name);
      assertThat(tree.childBySymbol(classNode, tree.symbol(classNode))).isEqualTo(-1);
      assertThat(fields.child(tree, fields.child(tree, classNode, BODY), NAME)).isEqualTo(-1);
    }
  }

  @Test
  void givesAllSymbolsOfANameTheSameKind() {
    NodeKinds types =
        NodeKinds.of(Grammar.JAVA)
            .node("type_identifier", CLASS)
            .node("identifier", METHOD)
            .build();
    int found = 0;
    for (int symbol = 0; symbol < Grammar.JAVA.symbolCount(); symbol++) {
      if (Grammar.JAVA.isNamed(symbol) && Grammar.JAVA.symbolName(symbol).equals("identifier")) {
        assertThat(types.of(symbol)).isEqualTo(METHOD);
        found++;
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void refusesNamesThatTheGrammarDoesNotHave() {
    assertThatThrownBy(() -> NodeKinds.of(Grammar.JAVA).node("class_decl", CLASS).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the java grammar has no node named class_decl");
    assertThatThrownBy(() -> NodeKinds.of(Grammar.GO).token("static", STATIC).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the go grammar has no token named static");
    assertThatThrownBy(() -> FieldKinds.of(Grammar.TSX).field("nmae", NAME).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tsx grammar has no field named nmae");
  }

  @Test
  void keepsTokensAndNodesApart() {
    assertThatThrownBy(() -> NodeKinds.of(Grammar.JAVA).node("static", STATIC).build())
        .hasMessage("the java grammar has no node named static");
    assertThatThrownBy(() -> NodeKinds.of(Grammar.JAVA).token("class_body", CLASS).build())
        .hasMessage("the java grammar has no token named class_body");
  }

  @Test
  void allowsANameThatOnlySomeGrammarsHave() {
    for (Grammar grammar : new Grammar[] {Grammar.TYPESCRIPT, Grammar.JAVASCRIPT}) {
      NodeKinds script =
          NodeKinds.of(grammar).nodeWherePresent("interface_declaration", CLASS).build();
      boolean mapped = false;
      for (int symbol = 0; symbol < grammar.symbolCount(); symbol++) {
        mapped |= script.of(symbol) == CLASS;
      }
      assertThat(mapped).isEqualTo(grammar == Grammar.TYPESCRIPT);
      assertThat(FieldKinds.of(grammar).fieldWherePresent("nowhere", NAME).build().of(0)).isZero();
    }
  }

  @Test
  void refusesAKindGivenTwiceOrOutOfRange() {
    assertThatThrownBy(() -> NodeKinds.of(Grammar.C).node("comment", 1).node("comment", 2))
        .hasMessage("the c kind of comment is given twice");
    assertThatThrownBy(() -> NodeKinds.of(Grammar.C).node("comment", 0))
        .hasMessageContaining("must be from 1");
    assertThatThrownBy(() -> FieldKinds.of(Grammar.C).field("name", 128))
        .hasMessageContaining("must be from 1");
  }

  @Test
  void namesSymbolsAndFields() {
    assertThat(Grammar.JAVA.symbolName(SyntaxTree.ERROR)).isEqualTo("ERROR");
    assertThat(Grammar.JAVA.isNamed(SyntaxTree.ERROR)).isTrue();
    assertThatThrownBy(() -> Grammar.JAVA.symbolName(60_000))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Grammar.JAVA.fieldName(Grammar.JAVA.fieldCount() + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
