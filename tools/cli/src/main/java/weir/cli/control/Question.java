package weir.cli.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.command.Terminal;
import weir.failure.MisuseException;

/** Asks before something changes. */
final class Question {
  private static final List<String> YES = List.of("y", "yes");

  private final @Nullable BufferedReader answers;
  private final PrintWriter out;

  /**
   * Asks somebody.
   *
   * @param answers what they type; null if nobody is there
   */
  Question(@Nullable Reader answers, PrintWriter out) {
    this.answers = answers == null ? null : new BufferedReader(answers);
    this.out = out;
  }

  static Question ofThisTerminal(PrintWriter out) {
    Reader typed = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    return new Question(Terminal.canAsk() ? typed : null, out);
  }

  /** Whatever is not a yes is a no. A script that means yes can say so: silence is no answer. */
  boolean isYes(String question) {
    if (answers == null) {
      throw new MisuseException(
          "this is not a terminal, so nobody can be asked; nothing was written. Add --yes to do it"
              + " without a question");
    }
    out.print(question + " [y/N] ");
    out.flush();
    try {
      String answer = answers.readLine();
      if (answer == null) {
        out.println();
        return false;
      }
      return YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException broken) {
      throw new UncheckedIOException("the answer cannot be read", broken);
    }
  }
}
