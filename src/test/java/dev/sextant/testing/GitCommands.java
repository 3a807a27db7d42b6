package dev.sextant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.watch.GitState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs git in a folder, for tests, with no configuration but its own. */
public record GitCommands(Path folder) {
  /** Makes a repository in {@code folder}. */
  public static GitCommands init(Path folder) {
    GitCommands git = new GitCommands(folder);
    git.run("init", "-q", "-b", "main");
    return git;
  }

  /** What git printed, without the line end. */
  public String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(
        List.of("-c", "user.name=n", "-c", "user.email=e@x", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return output.strip();
    } catch (Exception failure) {
      throw new AssertionError("git " + List.of(arguments) + " in " + folder, failure);
    }
  }

  /** Commits everything there is. */
  public void commitAll(String message) {
    run("add", "-A");
    run("commit", "-q", "--allow-empty", "-m", message);
  }

  /** What git itself says of the head. */
  public GitState head() {
    String branch = run("rev-parse", "--symbolic-full-name", "HEAD");
    return new GitState(
        branch.equals("HEAD") ? "" : branch,
        run("rev-parse", "HEAD"),
        run("rev-parse", "HEAD^{tree}"));
  }
}
