package weir.backtest.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.pass.Pass;
import weir.backtest.sweep.Goal;
import weir.backtest.sweep.Sweep;
import weir.backtest.sweep.Vary;
import weir.backtest.tally.Side;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.book.RuleParameter;
import weir.command.BacktestOptions;
import weir.failure.MisuseException;
import weir.files.FaultyFileException;
import weir.notice.Announced;
import weir.notice.Books;
import weir.rules.Models;
import weir.rules.Rule;

/**
 * Tries one rule with several values: a side for each, which judges by that rule alone, and one for
 * all other rules, which say the same whatever the value is.
 */
final class Sweeping {
  private final String book;
  private final Vary vary;
  private final Goal goal;
  private final String standing;
  private final List<String> values;
  private final @Nullable Side others;
  private final List<Side> tried = new ArrayList<>();

  private Sweeping(String book, Vary vary, Goal goal, RuleParameter parameter, Books announced) {
    this.book = book;
    this.vary = vary;
    this.goal = goal;
    this.standing = parameter.value();
    this.values = vary.values(standing);
    List<Rule> rest = parameter.rules(parameter.book(), /* these= */ false);
    this.others =
        rest.isEmpty()
            ? null
            : Side.always(
                "the other rules", new RuleBook(rest, parameter.book().charter()), announced);
    for (String value : values) {
      RuleBook whole = with(parameter, value);
      // What is a duplicate and how long histories are kept stay as in the whole book.
      RuleBook alone = new RuleBook(parameter.rules(whole, /* these= */ true), whole.charter());
      tried.add(Side.always(value, alone, announced));
    }
  }

  /**
   * As the options say.
   *
   * @param announced what was announced; nothing, where nobody can say which rules are in force
   * @return nothing if no rule is varied
   */
  static @Nullable Sweeping of(BacktestOptions options, Books announced) {
    String text = options.sweep.vary;
    if (text == null) {
      if (options.sweep.goal != null) {
        throw new MisuseException("--goal is for --vary; leave it out, or say what varies");
      }
      return null;
    }
    refuse(options.against != null, "--against");
    refuse(options.writeAlerts != null, "--write-alerts");
    refuse(!options.failIf.isEmpty(), "--fail-if");
    Vary vary = Vary.parse(text);
    Goal goal = Goal.named(options.sweep.goal);
    RuleParameter.Source source = source(options, announced);
    RuleParameter parameter = parameter(source, vary);
    return new Sweeping(source.file(), vary, goal, parameter, announced);
  }

  private static void refuse(boolean told, String name) {
    if (told) {
      throw new MisuseException(name + " does not go with --vary; leave one of them out");
    }
  }

  /** The newest book of what was announced, where no file is named. */
  private static RuleParameter.Source source(BacktestOptions options, Books announced) {
    Models models = Sides.models(options.models, announced);
    Path rules = options.rules;
    if (rules != null) {
      return new RuleParameter.Source(
          rules.toString(), RuleBookReader.text(rules), announced.charterOrNull(), models);
    }
    if (announced.isEmpty()) {
      return new RuleParameter.Source(
          Sides.DEFAULT, RuleBookReader.defaultText(), /* standing= */ null, models);
    }
    Announced newest = announced.announcedAt(Long.MAX_VALUE);
    return new RuleParameter.Source(
        "book " + newest.number(), newest.text(), announced.charter(), models);
  }

  private static RuleParameter parameter(RuleParameter.Source source, Vary vary) {
    try {
      return RuleParameter.of(source, vary.rule(), vary.parameter());
    } catch (FaultyFileException faulty) {
      // The book is wrong as it stands.
      throw faulty;
    } catch (MisuseException unknown) {
      throw new MisuseException("--vary: " + unknown.getMessage(), unknown);
    }
  }

  private static RuleBook with(RuleParameter parameter, String value) {
    try {
      return parameter.with(value);
    } catch (FaultyFileException refused) {
      throw new MisuseException(
          String.format(
              "--vary: %s.%s=%s is refused: %s",
              parameter.rule(), parameter.name(), value, refused.getMessage()),
          refused);
    }
  }

  /** The other rules, and of the values the one whose windows are the longest. */
  Sides sides() {
    Side widest = tried.get(0);
    for (Side each : tried) {
      if (each.charter().horizonMillis() > widest.charter().horizonMillis()) {
        widest = each;
      }
    }
    return new Sides(others, widest);
  }

  /** A pass that tries all values. */
  Pass pass(Pass.Setting setting) {
    return new Pass(others, tried, setting);
  }

  /** By what a value is the best. */
  Goal goal() {
    return goal;
  }

  Sweep sweep(List<Answer> answers) {
    return Sweep.of(book, vary, values, standing, answers);
  }
}
