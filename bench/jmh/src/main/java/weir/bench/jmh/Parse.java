package weir.bench.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import weir.form.TransactionJson;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;
import weir.traffic.Hostility;

/** The bytes of a record become a transaction, or an error. */
public class Parse extends HotPart {
  private static final Hostility ALL_MALFORMED = new Hostility(0, 0, 0, 0, 1, 0);

  private final Ring<byte[]> typical = new Ring<>(Simulation.values(Hostility.NONE));
  private final Ring<byte[]> complete =
      new Ring<>(
          Simulation.received()
              .filter(each -> isComplete(each.transaction()))
              .map(each -> each.original().kept().bytes()));
  private final Ring<byte[]> malformed = new Ring<>(Simulation.values(ALL_MALFORMED));

  private static boolean isComplete(Transaction tx) {
    // Coordinates are all that the simulation ever leaves out.
    return tx.hasCoordinates();
  }

  @Benchmark
  public Transaction typical() throws MalformedTransactionException {
    return TransactionJson.parse(typical.next());
  }

  @Benchmark
  public Transaction withEveryField() throws MalformedTransactionException {
    return TransactionJson.parse(complete.next());
  }

  @Benchmark
  public MalformedTransactionException malformed() {
    try {
      throw new AssertionError(TransactionJson.parse(malformed.next()));
    } catch (MalformedTransactionException expected) {
      return expected;
    }
  }
}
