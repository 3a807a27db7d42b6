package dev.sextant.resolve;

import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.PackedFacts;
import org.jspecify.annotations.Nullable;

/**
 * A file that takes part in linking.
 *
 * @param path its path in the workspace
 * @param packed its facts
 * @param open the same facts, if they were at hand when it was made; a file of another build has
 *     them packed only
 */
public record LinkUnit(
    String path, LanguageSupport language, PackedFacts packed, @Nullable FileFacts open) {
  /** Its facts; {@code packer} unpacks them when they are not at hand. */
  public FileFacts facts(FactsPacker packer) {
    return open == null ? packed.open(packer) : open;
  }

  /** The unit with its facts packed only. */
  public LinkUnit closed() {
    return open == null ? this : new LinkUnit(path, language, packed, null);
  }
}
