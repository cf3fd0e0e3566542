package weir.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.failure.UnavailableException;

/** Podman with storage, networks and settings of its own, all in one folder. */
final class Podman {
  private static final String SETTINGS =
      """
      [network]
      network_backend = "netavark"
      [engine]
      runtime = "runc"
      cgroup_manager = "cgroupfs"
      events_logger = "file"
      [containers]
      default_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]
      """;

  private final Path folder;

  private Podman(Path folder) {
    this.folder = folder;
  }

  /** Of a command: its exit code and all that it wrote. */
  record Result(int exit, String output) {
    boolean worked() {
      return exit == 0;
    }
  }

  static Podman in(Path folder) throws IOException {
    for (String each : List.of("root", "run", "tmp", "networks", "volumes", "temporary")) {
      Files.createDirectories(folder.resolve(each));
    }
    Files.writeString(folder.resolve("containers.conf"), SETTINGS);
    return new Podman(folder);
  }

  /** The name by which podman finds an image here, and asks nobody else for it. */
  static String qualified(String image) {
    return image.contains("/") ? "docker.io/" + image : "docker.io/library/" + image;
  }

  /** Runs a command that has to work. */
  String run(List<String> arguments) throws IOException, InterruptedException {
    return run(arguments, Duration.ofMinutes(15));
  }

  String run(List<String> arguments, Duration patience) throws IOException, InterruptedException {
    Result result = attempt(arguments, patience);
    if (!result.worked()) {
      throw new UnavailableException(
          "podman " + String.join(" ", arguments) + " failed: " + lastLines(result.output()));
    }
    return result.output();
  }

  /** Runs a command that may fail; one that takes too long is ended, and has failed. */
  Result attempt(List<String> arguments, Duration patience)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("podman");
    // Answers are read together with what it complains of.
    command.add("--log-level=error");
    command.addAll(
        List.of(
            "--root=" + folder.resolve("root"),
            "--runroot=" + folder.resolve("run"),
            "--tmpdir=" + folder.resolve("tmp"),
            "--network-config-dir=" + folder.resolve("networks"),
            "--volumepath=" + folder.resolve("volumes")));
    command.addAll(arguments);
    return program(command, patience);
  }

  /** Runs any program with podman's settings. */
  Result program(List<String> command, Duration patience) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output-", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(output.toFile());
      builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
      // What builds keep between them, such as Maven's libraries, is there.
      builder.environment().put("TMPDIR", folder.resolve("temporary").toString());
      Process process = builder.start();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String text = Files.readString(output, StandardCharsets.UTF_8).strip();
      log(command, text);
      return new Result(ended ? process.exitValue() : -1, text);
    } finally {
      Files.delete(output);
    }
  }

  private void log(List<String> command, String output) throws IOException {
    Files.writeString(
        folder.resolve("podman.log"),
        "$ " + String.join(" ", command) + "\n" + output + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  static String lastLines(String output) {
    List<String> lines = output.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }
}
