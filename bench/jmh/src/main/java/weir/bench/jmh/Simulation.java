package weir.bench.jmh;

import java.util.stream.Stream;
import weir.form.TransactionJson;
import weir.model.Accepted;
import weir.model.LogPosition;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;
import weir.traffic.Hostility;
import weir.traffic.Outgoing;
import weir.traffic.Rate;
import weir.traffic.Scenario;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** The input of the benchmarks: endless, and the same every time. */
final class Simulation {
  static final long START = 1_767_225_600_000L;

  private static final long SEED = 1;
  private static final int USERS = 20_000;

  /**
   * Half of the payments are charges that fire no rule, however many there are. Many others are
   * large.
   */
  private static final Scenario ONE_PERSON =
      Scenario.parse(
          "one person",
          """
          pause: 3 min
          attackShare: 0.1
          attacks:
            high-value: {weight: 1, euros: 4000..16000}
          lookAlikeShare: 0.5
          lookAlikes:
            micro-subscriptions: {weight: 1, payments: 4..8, euros: 0.01..0.09}
          """);

  private Simulation() {}

  /** The values of the log's records. */
  static Stream<byte[]> values(Hostility hostility) {
    return records(usual().with(hostility)).map(record -> record.value().bytes());
  }

  /** The accepted transactions of a log in order, which are all of them. */
  static Stream<Accepted> received() {
    return records(usual()).map(Simulation::received);
  }

  /** The payments in euros of one person, who pays often. */
  static Stream<Transaction> onePerson() {
    return records(TrafficSettings.of(SEED, 1, Rate.constant(1), START).with(ONE_PERSON))
        .map(record -> received(record).transaction());
  }

  /** About four payments a day by each of many people. */
  private static TrafficSettings usual() {
    return TrafficSettings.of(SEED, USERS, Rate.constant(1), START);
  }

  private static Stream<Outgoing> records(TrafficSettings settings) {
    return Stream.generate(new Traffic(settings)::next);
  }

  private static Accepted received(Outgoing record) {
    try {
      Transaction tx = TransactionJson.parse(record.value().bytes());
      return new Accepted(tx, new LogPosition(0, 0, record.logMillis()), record.value());
    } catch (MalformedTransactionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
