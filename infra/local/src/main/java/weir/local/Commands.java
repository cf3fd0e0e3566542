package weir.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs of this machine in a fixed environment. */
final class Commands {
  private static final File NOTHING = new File("/dev/null");

  private Commands() {}

  /** A program's output and exit code. */
  record Result(int exit, String output) {
    boolean worked() {
      return exit == 0;
    }
  }

  static ProcessBuilder of(List<String> command) {
    // Commands run in the root folder, which every user can reach; the caller's own may be closed.
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    // The caller's PGDATA, PGPORT and the like are about another server.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  /** Runs a program to its end. */
  static Result run(List<String> command) throws IOException, InterruptedException {
    Process process = of(command).redirectInput(NOTHING).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output.strip());
  }

  /** Whether a program exists and accepts these arguments. */
  static boolean works(List<String> command) throws InterruptedException {
    try {
      return run(command).worked();
    } catch (IOException notThere) {
      return false;
    }
  }
}
