package weir.cli.produce;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import weir.command.KafkaOptions;
import weir.command.Values;
import weir.launch.Shutdown;
import weir.producer.ProducerSettings;
import weir.producer.RecordSink;
import weir.producer.TransactionProducer;
import weir.traffic.Census;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** Sends made-up transactions, some of them suspicious, and says which by another way. */
@Command(
    name = "produce",
    sortOptions = false,
    description = "Sends made-up transactions, keyed by user; Ctrl-C ends it with totals.",
    footer = {
      "",
      "  ./weir produce --rate=100 --users=5000 --seed=7",
      "  ./weir produce --as-fast-as-possible --rate=1 --duration=1d --to=day.jsonl",
      "  ./weir produce --as-fast-as-possible --rate=0.1 --users=2000 --duration=60d \\",
      "    --label-delay=7d --to=log.jsonl --census"
    })
public final class ProduceCommand implements Callable<Integer> {
  private static final Instant SIMULATED_START = Instant.parse("2026-01-01T00:00:00Z");

  @Mixin KafkaOptions kafka = new KafkaOptions();
  @Mixin DestinationOptions destination = new DestinationOptions();
  @Mixin TrafficOptions traffic = new TrafficOptions();
  @Mixin HostilityOptions hostility = new HostilityOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description =
          "The same seed, start and options make the same bytes (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--count",
      converter = Values.Count.class,
      description = "How many to send (default: no end).")
  @Nullable Long count;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = Values.Length.class,
      description = "How much time they span, such as 10min (default: no end).")
  @Nullable Duration length;

  @Option(
      names = "--as-fast-as-possible",
      description = "Do not wait: --rate counts in simulated time, which the records carry.")
  boolean fast;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      converter = Values.Moment.class,
      description =
          "Where event times begin (default: now; with --as-fast-as-possible"
              + " 2026-01-01T00:00:00Z).")
  @Nullable Instant start;

  @Option(
      names = "--census",
      description = "Tell at the end how many payments, people and shops each attack had.")
  boolean counting;

  @Override
  public Integer call() {
    // What cannot be is refused before anything is asked of a broker.
    settings(start());
    Census census = new Census();
    TransactionProducer producer =
        new TransactionProducer(amount(), counting ? census::add : label -> {});
    Map<String, Object> client = kafka.client();
    // A producer would wait a minute for a topic that is not there, and then say less.
    Predicate<byte[]> lags = destination.firstPartition(client, fast || start != null);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ProduceProgress progress = new ProduceProgress(producer, amount(), spec.commandLine().getErr());
    try (Shutdown shutdown = new Shutdown(producer::stop)) {
      RecordSink transactions = shutdown.add(destination.transactions(client));
      RecordSink labels = shutdown.add(destination.labels(client));
      shutdown.add(progress).start();
      // Now that records can be sent: time does not run while a connection is made.
      Instant from = start();
      long begin = System.nanoTime();
      producer.run(new Traffic(settings(from), lags), begin, transactions, labels);
    }
    out.println(progress.total());
    if (counting) {
      out.print(census.table(producer.sent()));
    }
    out.flush();
    return 0;
  }

  private TrafficSettings settings(Instant from) {
    try {
      return new TrafficSettings(
          seed,
          traffic.users,
          traffic.rate(),
          from.toEpochMilli(),
          traffic.scenario(),
          hostility.hostility());
    } catch (IllegalArgumentException wrong) {
      throw misuse(wrong);
    }
  }

  private Instant start() {
    if (start != null) {
      return start;
    }
    return fast ? SIMULATED_START : Instant.now();
  }

  private ProducerSettings amount() {
    try {
      return new ProducerSettings(
          !fast,
          count == null ? Long.MAX_VALUE : count,
          length == null ? Long.MAX_VALUE : length.toMillis(),
          destination.labelDelay.toMillis());
    } catch (IllegalArgumentException wrong) {
      throw misuse(wrong);
    }
  }

  private ParameterException misuse(IllegalArgumentException wrong) {
    return new ParameterException(
        Objects.requireNonNull(spec).commandLine(), String.valueOf(wrong.getMessage()));
  }
}
