package weir.cli.control;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.command.Terminal;
import weir.failure.MisuseException;

/** What every notice says, and whether it is asked for once more. */
public final class NoticeOptions {
  /** How a command ends whose question was answered with no. */
  public static final int DECLINED = 1;

  private static final int MOST_TEXT = 1000;

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why; is kept with it.")
  public String comment = "";

  @Option(names = "--author", paramLabel = "NAME", description = "Who (default: this user).")
  @Nullable String author;

  @Option(
      names = {"--yes", "-y"},
      description = "Ask no question.")
  boolean yes;

  public String author() {
    return author == null ? System.getProperty("user.name", "") : author;
  }

  /** Says what is wrong before anybody is asked. */
  public void check() {
    check("--comment", comment);
    check("--author", author());
  }

  private static void check(String option, String text) {
    if (text.length() > MOST_TEXT) {
      throw new MisuseException(
          option + ": has " + text.length() + " characters, expected at most " + MOST_TEXT);
    }
  }

  /** Whether somebody who can be asked says yes to what can as well be left. */
  public boolean isAskedFor(String offer, PrintWriter out) {
    return !yes && Terminal.canAsk() && Question.ofThisTerminal(out).isYes(offer);
  }

  /** Whether it is to be done. */
  public boolean isWanted(String question, PrintWriter out) {
    return yes || Question.ofThisTerminal(out).isYes(question);
  }
}
