package weir.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import weir.failure.MisuseException;

/** Lets a command line say in one line what went wrong, with the exit code that goes with it. */
public final class OneLine {
  private static final String DEBUG = "WEIR_DEBUG";

  private OneLine() {}

  /** For a program of its own. */
  public static CommandLine of(CommandLine any) {
    return of(any, List.of(), Map.of());
  }

  /** Runs a program of its own, which writes UTF-8, and returns its exit code. */
  public static int run(CommandLine any, List<String> args, PrintStream out, PrintStream err) {
    any.setOut(writer(out));
    any.setErr(writer(err));
    return of(any).execute(args.toArray(new String[0]));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new OutputStreamWriter(stream, StandardCharsets.UTF_8), /* autoFlush= */ true);
  }

  /**
   * For a command line beside which there are others.
   *
   * @param more commands that are started in another way
   * @param moved commands that are gone, with what to type instead
   */
  public static CommandLine of(CommandLine any, List<String> more, Map<String, String> moved) {
    any.setExecutionExceptionHandler(oneLine());
    return any.setParameterExceptionHandler(
        (wrong, args) -> misuse(wrong.getCommandLine(), Misuse.sentence(wrong, more, moved)));
  }

  /** Reads a command line; throws {@link MisuseException} with one sentence if it is wrong. */
  public static void parse(CommandLine any, List<String> words) {
    try {
      any.parseArgs(words.toArray(new String[0]));
    } catch (ParameterException wrong) {
      throw new MisuseException(Misuse.sentence(wrong, List.of(), Map.of()), wrong);
    }
  }

  private static int misuse(CommandLine command, String sentence) {
    command.getErr().println("weir: " + sentence);
    command.getErr().println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** A stack trace helps only those who develop Weir: it is shown on demand. */
  private static IExecutionExceptionHandler oneLine() {
    return (failed, command, parsed) -> {
      if (System.getenv(DEBUG) != null) {
        failed.printStackTrace(command.getErr());
      }
      if (failed instanceof MisuseException faults) {
        // Every fault of a file is told, a line each.
        return misuse(command, String.valueOf(faults.getMessage()));
      }
      String sentence =
          String.valueOf(failed.getMessage()).lines().findFirst().orElseGet(failed::toString);
      command.getErr().println("weir: " + sentence);
      return command.getCommandSpec().exitCodeOnExecutionException();
    };
  }
}
