package weir.backtest.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;
import weir.backtest.answer.Answer;
import weir.backtest.report.AnswerHtml;
import weir.backtest.report.AnswerJson;
import weir.backtest.report.FailIf;
import weir.backtest.report.SweepHtml;
import weir.backtest.report.SweepJson;
import weir.backtest.sweep.Goal;
import weir.backtest.sweep.Sweep;
import weir.command.BacktestOptions;
import weir.command.Values;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** Where an answer is told, and whether it fails. */
final class Telling {
  /** Neither a failure nor a misuse: a condition of --fail-if holds, or has no answer. */
  static final int CONDITION_HOLDS = 3;

  private final @Nullable Path report;
  private final @Nullable String json;
  private final List<FailIf> conditions;

  /**
   * As the options say, which are checked.
   *
   * @param rules the ids of the rules of both sides
   */
  Telling(BacktestOptions options, Set<String> rules) {
    this.report = options.report;
    this.json = options.json == null || options.json.isEmpty() ? options.json : file(options.json);
    this.conditions = options.failIf.stream().map(each -> FailIf.of(each, rules)).toList();
  }

  /** Said before a log is read that may take hours. */
  private static String file(String name) {
    try {
      return new Values.NewFile().convert(name).toString();
    } catch (TypeConversionException wrong) {
      throw new MisuseException("--json: " + wrong.getMessage(), wrong);
    }
  }

  /** Tells it, and returns the exit code. */
  int tell(Answer answer, PrintWriter out, PrintWriter err) {
    boolean printsJson = json != null && json.isEmpty();
    out.print(printsJson ? AnswerJson.text(answer) + "\n" : AnswerText.of(answer));
    out.flush();
    if (json != null && !printsJson) {
      write(Path.of(json), AnswerJson.text(answer) + "\n");
    }
    if (report != null) {
      write(report, AnswerHtml.page(answer));
    }
    if (answer.partial() && !conditions.isEmpty()) {
      err.println("weir: --fail-if: the log was not read to its end, so no condition is answered");
      return CONDITION_HOLDS;
    }
    List<String> failures =
        conditions.stream().map(each -> each.failure(answer)).flatMap(Optional::stream).toList();
    failures.forEach(each -> err.println("weir: " + each));
    return failures.isEmpty() ? 0 : CONDITION_HOLDS;
  }

  /** Tells what came of several values. */
  void tell(Sweep sweep, Goal goal, PrintWriter out) {
    boolean printsJson = json != null && json.isEmpty();
    out.print(printsJson ? SweepJson.text(sweep, goal) + "\n" : SweepText.of(sweep, goal));
    out.flush();
    if (json != null && !printsJson) {
      write(Path.of(json), SweepJson.text(sweep, goal) + "\n");
    }
    if (report != null) {
      write(report, SweepHtml.page(sweep, goal));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }
}
