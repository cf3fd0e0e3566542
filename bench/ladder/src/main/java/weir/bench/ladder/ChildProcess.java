package weir.bench.ladder;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.cli.BuiltModule;
import weir.cli.Processes;
import weir.failure.UnavailableException;
import weir.launch.ParentWatch;

/** A JVM that helps with the measurement, and is spoken with line by line. */
final class ChildProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final String name;
  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts it with its temporary files, and what it says of errors, in the folder. */
  static ChildProcess start(
      BuiltModule module, List<String> jvmOptions, List<String> arguments, Path folder) {
    List<String> jvm = new ArrayList<>(jvmOptions);
    jvm.add(ParentWatch.option());
    jvm.add("-Dweir.home=" + BuiltModule.home());
    jvm.add("-Djava.io.tmpdir=" + folder);
    String name = module.mainClass();
    try {
      return new ChildProcess(
          name,
          new ProcessBuilder(module.command(jvm, arguments))
              .redirectError(folder.resolve(name + ".log").toFile())
              .start());
    } catch (IOException failed) {
      throw new UnavailableException(name + " cannot be started", failed);
    }
  }

  /** Whether it has begun to say something. */
  boolean hasSpoken() {
    try {
      return output.ready() || !process.isAlive();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits for its next line. */
  String hear() {
    try {
      String line = output.readLine();
      if (line == null) {
        throw new UnavailableException(name + " ended without a word");
      }
      return line;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void tell(String line) {
    try {
      input.write(line);
      input.newLine();
      input.flush();
    } catch (IOException failed) {
      throw new UnavailableException(name + " does not listen", failed);
    }
  }

  @Override
  public void close() {
    Processes.end(process, PATIENCE_SECONDS);
  }
}
