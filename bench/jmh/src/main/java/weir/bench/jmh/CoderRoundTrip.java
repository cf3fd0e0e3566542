package weir.bench.jmh;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import weir.coders.AcceptedCoder;
import weir.coders.HistoryCoder;
import weir.coders.TransactionCoder;
import weir.history.History;
import weir.model.Accepted;
import weir.model.Transaction;

/** Values become bytes and values again, as between steps and in Spark's state. */
public class CoderRoundTrip extends HotPart {
  private static final HistoryCoder HISTORY_CODER = new HistoryCoder();

  private final Ring<Accepted> received = new Ring<>(Simulation.received());

  /** A history of each length. */
  @State(Scope.Thread)
  public static class Histories {
    @Param({"10", "100", "1000"})
    int held;

    private History history;

    @Setup
    public void fill() {
      history = History.empty();
      Simulation.received()
          .limit(held)
          .forEach(
              each ->
                  history =
                      history.with(each.transaction(), each.position().time(), Long.MAX_VALUE / 2));
    }
  }

  @Benchmark
  public Transaction transaction() throws CoderException {
    return roundTrip(TransactionCoder.of(), received.next().transaction());
  }

  @Benchmark
  public Accepted received() throws CoderException {
    return roundTrip(AcceptedCoder.of(), received.next());
  }

  @Benchmark
  public History history(Histories histories) throws CoderException {
    return roundTrip(HISTORY_CODER, histories.history);
  }

  private static <T> T roundTrip(Coder<T> coder, T value) throws CoderException {
    return CoderUtils.decodeFromByteArray(coder, CoderUtils.encodeToByteArray(coder, value));
  }
}
