package weir.cli;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;

/** Sends made-up transactions, some of them suspicious. */
@Command(
    name = "produce",
    description = "Sends made-up transactions, keyed by user; Ctrl-C ends it with totals.",
    footer = {"", "  ./weir produce --rate=100 --users=5000 --seed=7"})
final class ProduceCommand implements Callable<Integer> {
  @Mixin KafkaOptions kafka = new KafkaOptions();
  @Spec @Nullable CommandSpec spec;
  @Mixin TrafficOptions traffic = new TrafficOptions();

  @Option(
      names = "--topic",
      defaultValue = "transactions",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  String topic = "";

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed makes the same transactions (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--count", description = "How many to send (default: no end).")
  @Nullable Long count;

  @Option(names = "--bad", defaultValue = "0", description = "Share of bad records, 0 to 1.")
  double bad;

  @Option(
      names = "--as-fast-as-possible",
      description = "Do not wait: --rate counts in simulated time, which the records carry.")
  boolean fast;

  @Option(
      names = "--start",
      defaultValue = "2026-01-01T00:00:00Z",
      description = "Where simulated time begins (default: ${DEFAULT-VALUE}).")
  Instant start = Instant.EPOCH;

  @Override
  public Integer call() {
    TransactionProducer producer = new TransactionProducer(settings());
    // A producer would wait a minute for a topic that is not there, and then say less.
    new TopicReader(kafka.client(), topic).close();
    long began = System.nanoTime();
    try (Shutdown shutdown = new Shutdown(producer::stop)) {
      producer.run(kafka.client());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    CommandSpec command = Objects.requireNonNull(spec);
    command
        .commandLine()
        .getOut()
        .printf(
            "%,d transactions in %.1f s, %,.0f a second, %,d ms behind the plan%n",
            producer.sent(), seconds, producer.sent() / seconds, producer.lagMillis());
    command.commandLine().getOut().flush();
    return 0;
  }

  private ProducerSettings settings() {
    try {
      return new ProducerSettings(
          topic,
          seed,
          traffic.users,
          traffic.rate,
          count == null ? Long.MAX_VALUE : count,
          bad,
          fast ? start.toEpochMilli() : -1);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--rate, --users and --count are above zero, --bad is from 0 to 1");
    }
  }
}
