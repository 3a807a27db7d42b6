package dev.sextant.index;

import dev.sextant.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Random edits of a tree of sources, as people make them: words renamed here or everywhere, lines
 * added, removed, moved and broken, supertypes, signatures, types and imports changed, files added,
 * removed, renamed and restored.
 */
final class TreeEdits {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final Pattern TYPE_HEAD =
      Pattern.compile("\\b(class|interface) (\\w+)(<[^{>\\n]*>)?([^{}(:\\n]*)(?=\\{)");
  private static final Pattern TYPE_NAME =
      Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");
  private static final Pattern PARAMETERS = Pattern.compile("(\\w+)\\(([^()\\n]*)\\)(?= *[{:])");
  private static final Pattern DECLARED = Pattern.compile("\\b[A-Z]\\w*(?= \\w+ *[;=(),])");
  private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|from) .*$");

  private final Path root;
  private final Random random;
  private final Map<String, String> original = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();
  private final List<SourcePath> touched = new ArrayList<>();

  TreeEdits(Path root, Map<String, String> files, Random random) throws IOException {
    this.root = root;
    this.random = random;
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(file.getKey(), file.getValue());
    }
    original.putAll(files);
    touched.clear();
  }

  /** The files that were written or removed since this was asked before. */
  List<SourcePath> touched() {
    List<SourcePath> paths = List.copyOf(touched);
    touched.clear();
    return paths;
  }

  /** Makes one or two edits; says which. */
  String edit() throws IOException {
    String first = one();
    return random.nextInt(4) == 0 ? first + ", " + one() : first;
  }

  private String one() throws IOException {
    return switch (random.nextInt(20)) {
      case 0 -> rename(false);
      case 1, 2 -> rename(true);
      case 3 -> removeLine();
      case 4 -> duplicateLine();
      case 5 -> moveLine();
      case 6 -> breakSyntax();
      case 7, 8 -> restore();
      case 9 -> whitespace();
      case 10 -> removeFile();
      case 11 -> copyFile();
      case 12, 13 -> changeSupertype();
      case 14, 15 -> changeSignature();
      case 16 -> changeType();
      case 17 -> addImport();
      case 18 -> removeImport();
      default -> moveFile();
    };
  }

  private String rename(boolean once) throws IOException {
    String path = anyFile();
    String from = anyWord(text(path));
    String to = anyWord(text(anyFile()));
    String word = "\\b" + Pattern.quote(from) + "\\b";
    String text = text(path);
    write(
        path,
        once
            ? text.replaceFirst(word, Matcher.quoteReplacement(to))
            : text.replaceAll(word, Matcher.quoteReplacement(to)));
    return "rename " + from + " to " + to + (once ? " once" : "") + " in " + path;
  }

  /** Another type, or none, in the place of what a type extends. */
  private String changeSupertype() throws IOException {
    String path = anyFile();
    String other = any(TYPE_NAME, text(anyFile()), 1);
    String above = random.nextInt(3) == 0 ? " " : " extends " + other + " ";
    return replaced(
        path, TYPE_HEAD, found -> found.replaceAll("(?s)^(\\w+ \\w+(?:<.*>)?).*", "$1") + above);
  }

  /** One parameter more, or none. */
  private String changeSignature() throws IOException {
    String path = anyFile();
    String more = path.endsWith(".java") ? "int added" : "added";
    boolean none = random.nextInt(3) == 0;
    return replaced(
        path,
        PARAMETERS,
        found -> {
          String head = found.substring(0, found.indexOf('(') + 1);
          String inside = found.substring(head.length(), found.length() - 1);
          return head + (none ? "" : inside.isBlank() ? more : inside + ", " + more) + ")";
        });
  }

  /** Another type in the place of a declared one. */
  private String changeType() throws IOException {
    String path = anyFile();
    String other = any(TYPE_NAME, text(anyFile()), 1);
    return replaced(path, DECLARED, found -> other);
  }

  private String addImport() throws IOException {
    String line = any(IMPORT, text(anyFile()), 0);
    String path = anyFile();
    Matcher first = IMPORT.matcher(text(path));
    int at = first.find() ? first.start() : 0;
    write(path, text(path).substring(0, at) + line + "\n" + text(path).substring(at));
    return "add '" + line + "' to " + path;
  }

  private String removeImport() throws IOException {
    return replaced(anyFile(), IMPORT, found -> "");
  }

  private String replaced(String path, Pattern pattern, UnaryOperator<String> by)
      throws IOException {
    String text = text(path);
    List<MatchResult> places = pattern.matcher(text).results().toList();
    if (places.isEmpty()) {
      return whitespace();
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    String with = by.apply(place.group());
    write(path, text.substring(0, place.start()) + with + text.substring(place.end()));
    return "'" + place.group() + "' becomes '" + with + "' in " + path;
  }

  private String any(Pattern pattern, String text, int group) {
    List<String> found = pattern.matcher(text).results().map(match -> match.group(group)).toList();
    return found.isEmpty() ? "None" : found.get(random.nextInt(found.size()));
  }

  private String removeLine() throws IOException {
    String path = anyFile();
    List<String> lines = lines(path);
    int at = random.nextInt(lines.size());
    String removed = lines.remove(at);
    write(path, String.join("\n", lines));
    return "remove line " + at + " '" + removed + "' of " + path;
  }

  private String duplicateLine() throws IOException {
    String from = anyFile();
    String to = anyFile();
    List<String> source = lines(from);
    String line = source.get(random.nextInt(source.size()));
    List<String> lines = lines(to);
    int at = random.nextInt(lines.size());
    lines.add(at, line);
    write(to, String.join("\n", lines));
    return "add line " + at + " '" + line + "' to " + to;
  }

  private String moveLine() throws IOException {
    String path = anyFile();
    List<String> lines = lines(path);
    String line = lines.remove(random.nextInt(lines.size()));
    int at = random.nextInt(lines.size() + 1);
    lines.add(at, line);
    write(path, String.join("\n", lines));
    return "move '" + line + "' to line " + at + " of " + path;
  }

  private String breakSyntax() throws IOException {
    String path = anyFile();
    String text = text(path);
    int at = random.nextInt(text.length() + 1);
    write(path, text.substring(0, at) + "{(".charAt(random.nextInt(2)) + text.substring(at));
    return "break " + path + " at " + at;
  }

  private String restore() throws IOException {
    List<String> paths = List.copyOf(original.keySet());
    String path = paths.get(random.nextInt(paths.size()));
    write(path, original.getOrDefault(path, ""));
    return "restore " + path;
  }

  private String whitespace() throws IOException {
    String path = anyFile();
    write(path, "\n\n" + text(path));
    return "shift " + path;
  }

  private String removeFile() throws IOException {
    if (files.size() < 3) {
      return restore();
    }
    String path = anyFile();
    remove(path);
    return "remove " + path;
  }

  private String copyFile() throws IOException {
    String path = anyFile();
    String copy = other(path);
    String text = text(path);
    String from = anyWord(text);
    write(copy, text.replaceAll("\\b" + Pattern.quote(from) + "\\b", from + "2"));
    return "copy " + path + " to " + copy;
  }

  private String moveFile() throws IOException {
    String path = anyFile();
    String to = other(path);
    String text = text(path);
    remove(path);
    write(to, text);
    return "move " + path + " to " + to;
  }

  private String other(String path) {
    int slash = path.lastIndexOf('/') + 1;
    int dot = path.indexOf('.', slash);
    return path.substring(0, slash)
        + path.substring(slash, dot)
        + random.nextInt(3)
        + path.substring(dot);
  }

  private String text(String path) {
    return files.getOrDefault(path, "");
  }

  private String anyFile() {
    List<String> paths = List.copyOf(files.keySet());
    return paths.get(random.nextInt(paths.size()));
  }

  private String anyWord(String text) {
    List<String> words = WORD.matcher(text).results().map(match -> match.group()).toList();
    return words.isEmpty() ? "none" : words.get(random.nextInt(words.size()));
  }

  private List<String> lines(String path) {
    return new ArrayList<>(List.of(text(path).split("\n", -1)));
  }

  private void remove(String path) throws IOException {
    files.remove(path);
    Files.delete(root.resolve(path));
    touched.add(new SourcePath(path));
  }

  private void write(String path, String text) throws IOException {
    files.put(path, text);
    touched.add(new SourcePath(path));
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
