package weir.backtest.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.backtest.cluster.FixedSide;
import weir.book.ModelFile;
import weir.book.RuleBookReader;
import weir.command.BacktestOptions;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.notice.FixedNotices;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/**
 * Which rules are tried, and with which others they are compared, in the form in which a job can be
 * handed them.
 *
 * @param before absent if there is nothing to compare with
 */
record FixedSides(@Nullable FixedSide before, FixedSide tried) {
  /**
   * As the options say.
   *
   * @param announced the records of the control topic; none, where nobody can say which rules were
   *     in force
   */
  static FixedSides of(BacktestOptions options, List<LogRecord> announced) {
    FixedNotices inForce = FixedNotices.inForce(announced);
    boolean isAnnounced = !inForce.knownAt(Long.MAX_VALUE).isEmpty();
    List<LogRecord> notices = withModels(announced, options.models);
    Path rules = options.rules;
    Path against = options.against;
    FixedSide tried;
    if (rules != null) {
      tried = file(rules, notices);
    } else if (isAnnounced) {
      tried = new FixedSide(Sides.IN_FORCE, inForce);
    } else {
      tried = always(Sides.DEFAULT, RuleBookReader.defaultText(), notices);
    }
    if (against != null) {
      return new FixedSides(file(against, notices), tried);
    }
    boolean comparable = rules != null && isAnnounced;
    return new FixedSides(comparable ? new FixedSide(Sides.IN_FORCE, inForce) : null, tried);
  }

  private static FixedSide file(Path file, List<LogRecord> notices) {
    return always(file.toString(), RuleBookReader.text(file), notices);
  }

  private static FixedSide always(String name, String text, List<LogRecord> notices) {
    return new FixedSide(name, FixedNotices.always(new FixedNotices.Tried(name, text), notices));
  }

  /** As if the models were announced last. */
  private static List<LogRecord> withModels(List<LogRecord> announced, List<Path> models) {
    List<LogRecord> all = new ArrayList<>(announced);
    for (Path each : models) {
      LogRecord last = all.isEmpty() ? null : all.get(all.size() - 1);
      Notice notice = Notice.Model.of("", "", ModelFile.read(each));
      all.add(
          new LogRecord(
              last == null
                  ? new LogPosition(0, 0, 0)
                  : new LogPosition(0, last.position().offset() + 1, last.position().time()),
              /* key= */ null,
              new Payload(NoticeJson.write(notice))));
    }
    return all;
  }

  /** The same, as judges in this process want them. */
  Sides sides() {
    return new Sides(before == null ? null : before.side(), tried.side());
  }
}
