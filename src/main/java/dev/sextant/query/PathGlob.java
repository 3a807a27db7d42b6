package dev.sextant.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern for paths inside a workspace.
 *
 * <ul>
 *   <li>{@code *} is any text inside one segment, {@code ?} one character of it, {@code **} any
 *       text at all.
 *   <li><code>{a,b}</code> is one of its alternatives; they do not nest.
 *   <li>{@code \} takes the next character as it is.
 *   <li>A pattern without {@code /} is about the file's name, wherever it lies; another one about
 *       the whole path.
 *   <li>A pattern that names a folder holds all that lies below it.
 * </ul>
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Cost:</b> matching is linear in the path, whatever the pattern.
 */
public final class PathGlob {
  /** The longest pattern that is accepted, in UTF-16 units. */
  public static final int MAX_LENGTH = 1_000;

  private static final String ANY_FOLDERS = "(?:.*/)?";

  private final Pattern pattern;

  private PathGlob(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * The pattern that {@code glob} writes; empty when a brace or an escape is left open, or it is
   * too long.
   */
  public static Optional<PathGlob> parse(String glob) {
    if (glob.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String anchored = glob.startsWith("/") ? glob.substring(1) : glob;
    String plain = anchored.endsWith("/") ? anchored.substring(0, anchored.length() - 1) : anchored;
    Optional<String> expression = expression(plain);
    try {
      return expression
          .map(text -> (glob.indexOf('/') < 0 ? ANY_FOLDERS : "") + text + "(?:/.*)?")
          .map(text -> new PathGlob(Pattern.compile(text, Pattern.DOTALL)));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  /** Whether {@code path} fits. */
  public boolean matches(String path) {
    return pattern.matches(path);
  }

  private static Optional<String> expression(String glob) {
    var text = new StringBuilder();
    boolean inBraces = false;
    for (int i = 0; i < glob.length(); i++) {
      char unit = glob.charAt(i);
      if (glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        text.append(ANY_FOLDERS);
        i += 2;
      } else if (glob.startsWith("**", i)) {
        text.append(".*");
        i++;
      } else if (unit == '{' || unit == '}') {
        if (inBraces == (unit == '{')) {
          return Optional.empty();
        }
        inBraces = !inBraces;
        text.append(inBraces ? "(?:" : ")");
      } else if (unit == '\\') {
        i++;
        if (i == glob.length()) {
          return Optional.empty();
        }
        text.append(Pattern.quote(glob.substring(i, i + 1)));
      } else {
        text.append(single(unit, inBraces));
      }
    }
    return inBraces ? Optional.empty() : Optional.of(text.toString());
  }

  private static String single(char unit, boolean inBraces) {
    return switch (unit) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      case ',' -> inBraces ? "|" : ",";
      default ->
          Character.isSurrogate(unit) ? String.valueOf(unit) : Pattern.quote(String.valueOf(unit));
    };
  }
}
