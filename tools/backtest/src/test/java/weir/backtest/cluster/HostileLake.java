package weir.backtest.cluster;

import java.nio.file.Path;
import java.util.List;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.contract.BronzeOfTest;
import weir.contract.Servers;
import weir.log.Span;
import weir.model.LogRecord;
import weir.notice.FixedNotices;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.HostileSettings;
import weir.oracle.Poison;

/**
 * A hostile log in a lake, with labels, keys, totals and models, and two sides that judge it: by
 * the rules in force, which change in the middle of it, and by the first ones with a change.
 */
record HostileLake(Path folder, List<LogRecord> sound, FixedSide inForce, FixedSide first) {
  private static final int USERS = 40;
  private static final int MEAN_GAP_MILLIS = 20_000;

  static HostileLake in(Path folder, int payments) {
    String text = HostileNotices.firstText();
    RuleBook book = RuleBookReader.parse("first", text);
    List<LogRecord> sound =
        HostileLog.generate(
            20_261_129,
            HostileSettings.of(book, USERS, Servers.PARTITIONS, payments, MEAN_GAP_MILLIS));
    BronzeOfTest bronze = new BronzeOfTest(folder.toAbsolutePath(), /* seed= */ 7);
    bronze.write("payments", Poison.in(sound));
    bronze.write("payments.labels", Poison.in(HostileLabels.of(sound)));
    List<LogRecord> control = HostileNotices.of(sound);
    String changed =
        text.replace("limit: 3500\n    window: 1 min", "limit: 3000\n    window: 1 min");
    return new HostileLake(
        folder.toAbsolutePath(),
        sound,
        new FixedSide("in force", FixedNotices.inForce(control)),
        new FixedSide(
            "first", FixedNotices.always(new FixedNotices.Tried("first", changed), control)));
  }

  /** The second third of its payments. */
  Span middle() {
    List<Long> times = sound.stream().map(each -> each.position().time()).sorted().toList();
    return new Span(times.get(times.size() / 3), times.get(2 * times.size() / 3));
  }
}
