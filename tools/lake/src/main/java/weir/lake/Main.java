package weir.lake;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/**
 * What ./weir starts for the commands that need the lake. The options were understood there; here
 * they come in a fixed order, empty where they were not given.
 */
public final class Main {
  private Main() {}

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** Runs one command and ends the process with 1 if that failed, 2 if it cannot be. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      switch (args.get(0)) {
        case "lake" -> Ask.run(args.get(1), args.get(2).equals("json"), given(args.get(3)), out);
        case "replay" ->
            Replay.run(
                args.get(1),
                given(args.get(2)),
                new Destination(args.get(3), args.get(4), given(args.get(5))),
                out);
        default -> throw new MisuseException("no command " + args.get(0));
      }
      return 0;
    } catch (MisuseException misuse) {
      tell(misuse, err);
      return MISUSED;
    } catch (UnavailableException unavailable) {
      tell(unavailable, err);
      return FAILED;
    }
  }

  private static void tell(RuntimeException failed, PrintStream err) {
    err.println("weir: " + failed.getMessage());
    if (System.getenv("WEIR_DEBUG") != null) {
      failed.printStackTrace(err);
    }
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }
}
