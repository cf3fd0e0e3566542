package weir.bench.ladder.growth;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.book.RuleBook;
import weir.coders.HistoryCoder;
import weir.history.History;
import weir.judge.Acceptance;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * How much state is held at the end of a log.
 *
 * @param users how many users have a history
 * @param transactions how many transactions the histories hold together
 * @param bytes the size of the histories in the form in which engines keep them
 */
record HeldState(long users, long transactions, long bytes) {

  /** The state after a plain pass of the judge. */
  static HeldState after(RuleBook book, List<LogRecord> log) {
    Acceptance acceptance = Acceptance.of(book);
    UserJudge judge = new UserJudge(book);
    Map<String, History> histories = new HashMap<>();
    for (LogRecord record : log) {
      Payload value = record.value();
      if (acceptance.examine(value == null ? null : value.bytes(), record.position())
          instanceof Accepted received) {
        histories.compute(
            received.transaction().userId(),
            (user, history) ->
                judge.judge(history == null ? History.empty() : history, received).history());
      }
    }
    long transactions = histories.values().stream().mapToLong(History::size).sum();
    long bytes = histories.values().stream().mapToLong(HeldState::encoded).sum();
    return new HeldState(histories.size(), transactions, bytes);
  }

  private static long encoded(History history) {
    Counter counter = new Counter();
    try {
      new HistoryCoder().encode(history, counter);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return counter.bytes;
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}
