package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32C;

/** What the small numbers in the columns of a graph stand for. */
final class Vocabulary {
  private Vocabulary() {}

  /** A number that changes when a kind, role, evidence or modifier gets another code. */
  static int fingerprint() {
    var text = new StringBuilder();
    for (SymbolKind kind : SymbolKind.values()) {
      text.append("kind ").append(kind.code()).append(' ').append(kind.name()).append('\n');
    }
    for (Role role : Role.values()) {
      text.append("role ").append(role.code()).append(' ').append(role.name()).append('\n');
    }
    for (Evidence evidence : Evidence.values()) {
      text.append("evidence ").append(evidence.code()).append(' ').append(evidence.name());
      text.append('\n');
    }
    text.append("modifiers ").append(Modifiers.wireNames(-1));
    var crc = new CRC32C();
    crc.update(text.toString().getBytes(UTF_8));
    return (int) crc.getValue();
  }
}
