package weir.backtest.pass;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import weir.backtest.answer.Answer;
import weir.backtest.tally.KnownLabels;
import weir.backtest.tally.Sample;
import weir.backtest.tally.Side;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.log.FileLog;
import weir.log.Span;
import weir.notice.Books;

/**
 * Tells how fast a file of {@code ./weir produce --to} is back-tested: the default book beside one
 * whose limits are others. Takes the file, and the book that is tried if it is another one.
 */
final class PassSpeed {
  private static final int ROUNDS = 3;

  private PassSpeed() {}

  public static void main(String[] args) throws InterruptedException {
    RuleBook old =
        args.length > 1 ? RuleBookReader.read(Path.of(args[1])) : RuleBookReader.readDefault();
    RuleBook tried =
        args.length > 2
            ? RuleBookReader.read(Path.of(args[2]))
            : RuleBookReader.parse(
                "tried",
                RuleBookReader.defaultText().replaceAll("moreThan: (\\d)", "moreThan: 1$1"));
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      Answer answer;
      try (FileLog log =
          FileLog.open(
              old.charter(), List.of(Path.of(args[0])), List.of(), Duration.ZERO, Span.ALL)) {
        answer =
            new Pass(
                    Side.always("old", old, Books.none()),
                    List.of(Side.always("tried", tried, Books.none())),
                    new Pass.Setting(
                        new KnownLabels(old.charter()), Span.ALL, Sample.ALL, /* examples= */ 3))
                .over(log, /* alerts= */ null, (done, all) -> {}, () -> false)
                .get(0);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      Runtime jvm = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%,d records in %.1f s, %,.0f/s over both sides; heap after it %,d MB; %s%n",
          answer.volume().records(),
          seconds,
          answer.volume().records() / seconds,
          (jvm.totalMemory() - jvm.freeMemory()) >> 20,
          answer.flagged().change());
    }
  }
}
