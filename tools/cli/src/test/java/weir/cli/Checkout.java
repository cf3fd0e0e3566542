package weir.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A small checkout with the real launcher, a stand-in for Maven, and a command that says what is on
 * its class path.
 *
 * @param classes the command's, which the stand-in does not compile again and again
 */
record Checkout(Path folder, Path classes) {
  private static final Path REAL =
      Path.of(System.getProperty("weir.jvm.args", "../runners/jvm.args"), "../..").normalize();
  private static final String WORDS = "pipeline/src/main/resources/words";
  private static final String STARTED = "started";
  private static final String COMMAND =
      """
      package weir.cli;
      public class Weir {
        public static void main(String[] args) throws Exception {
          System.out.println("started");
          if (args[0].equals("wait")) System.in.read();
          System.out.print(new String(Weir.class.getResourceAsStream("/words").readAllBytes()));
          String jar = System.getProperty("weir.job.jar");
          if (jar != null) System.out.println(jar);
        }
      }
      """;

  static Checkout in(Path folder, Path classes) throws IOException {
    Checkout checkout = new Checkout(Files.createDirectories(folder).toRealPath(), classes);
    for (String each :
        List.of(
            "weir",
            "infra/launch/java.sh",
            "infra/launch/snapshot.sh",
            "infra/launch/package.sh",
            "runners/jvm.args",
            "dashboard/jvm.args")) {
      Files.copy(REAL.resolve(each), checkout.file(each), StandardCopyOption.COPY_ATTRIBUTES);
    }
    try (InputStream maven =
        Objects.requireNonNull(Checkout.class.getResourceAsStream("mvnw-of-a-test"))) {
      Files.write(checkout.file("mvnw"), maven.readAllBytes());
    }
    if (!checkout.file("mvnw").toFile().setExecutable(true)) {
      throw new IOException("mvnw cannot be made a program");
    }
    checkout.write("first");
    return checkout;
  }

  /** Compiles the command. */
  static Path compile(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Weir.java"), COMMAND);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    if (failed != 0) {
      throw new IOException("not compiled");
    }
    return folder;
  }

  Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return file;
  }

  /** Changes a source: what the command says in the end. */
  void write(String words) throws IOException {
    Files.writeString(file(WORDS), words);
  }

  /** Copies all that is in it, times excluded. */
  Checkout copiedTo(Path target) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        Path copy = target.resolve(folder.relativize(each).toString());
        Files.copy(each, copy);
      }
    }
    return new Checkout(target, classes);
  }

  Command start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  Command start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("weir").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CLASSES", classes.toString());
    builder.environment().putAll(environment);
    return new Command(builder.start());
  }

  /** The last line of a command that has come to its end. */
  String says(String... arguments) throws IOException {
    return start(arguments).lastLine();
  }

  long builds() throws IOException {
    return commandLines().size();
  }

  /** How Maven was called, each time. */
  List<String> commandLines() throws IOException {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /** The newest one. */
  Path snapshot() throws IOException {
    Path store = folder.resolve(".weir");
    return store.resolve(Files.readString(store.resolve("commands")).strip());
  }

  long snapshots() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(".weir"))) {
      return all.filter(Files::isDirectory).count();
    }
  }

  /** A command at work. */
  static final class Command {
    private final Process process;
    private final BufferedReader output;
    private final BufferedWriter input;

    private Command(Process process) {
      this.process = process;
      this.output = process.inputReader(StandardCharsets.UTF_8);
      this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    Command awaitStart() throws IOException {
      String line = output.readLine();
      while (!STARTED.equals(line)) {
        if (line == null) {
          throw new IOException("it did not start");
        }
        line = output.readLine();
      }
      return this;
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    /** Lets a command that waits come to its end. */
    String goOn() throws IOException {
      input.newLine();
      input.flush();
      return lastLine();
    }

    String lastLine() {
      return output.lines().reduce("", (before, line) -> line);
    }

    String output() {
      return output.lines().collect(Collectors.joining("\n"));
    }

    int exitCode() throws InterruptedException {
      return process.waitFor();
    }
  }
}
