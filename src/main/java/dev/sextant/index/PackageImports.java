package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.typescript.project.Folders;
import dev.sextant.lang.typescript.project.PackageName;
import dev.sextant.lang.typescript.project.ScriptProjects;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * One worker's gathering of the imports of packages by scripts, each with the folder it stands in:
 * what a search for types is of.
 *
 * <p><b>Threads:</b> confined to its worker; all add to one set.
 */
final class PackageImports implements ItemWork {
  private final List<ExtractedFile> scripts;
  private final Set<String> paths;
  private final ScriptProjects projects;
  private final Set<String> found;
  private final FactsPacker packer = new FactsPacker();

  private PackageImports(
      List<ExtractedFile> scripts, Set<String> paths, ScriptProjects projects, Set<String> found) {
    this.scripts = scripts;
    this.paths = paths;
    this.projects = projects;
    this.found = found;
  }

  /**
   * Those of {@code scripts} that do not mean one of them: the folder, a line feed, and what is
   * imported, in order.
   */
  static Set<String> of(
      List<ExtractedFile> scripts,
      ScriptProjects projects,
      WorkerPool workers,
      Cancellation cancellation) {
    Set<String> paths = new HashSet<>();
    scripts.forEach(file -> paths.add(file.unit().path()));
    Set<String> found = new ConcurrentSkipListSet<>();
    workers.forEach(
        scripts.size(),
        _ -> new PackageImports(scripts, paths, projects, found),
        cancellation,
        _ -> {});
    return found;
  }

  @Override
  public void run(int item) {
    ExtractedFile file = scripts.get(item);
    FileFacts facts = file.unit().facts(packer);
    for (int row = 0; row < facts.importCount(); row++) {
      String imported = facts.string(facts.importPath(row));
      if (PackageName.isOne(imported)) {
        String folder = Folders.of(file.unit().path());
        String asked = folder + "\n" + imported;
        if (!found.contains(asked) && !isOwn(folder, imported)) {
          found.add(asked);
        }
      }
    }
  }

  private boolean isOwn(String folder, String imported) {
    return projects.moduleFiles(Folders.join(folder, "."), imported).stream()
        .anyMatch(paths::contains);
  }

  @Override
  public void close() {
    packer.close();
  }
}
