package weir.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.LocalServerException;
import weir.local.Topics;
import weir.producer.KafkaSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.score.ScoreTable;
import weir.traffic.Hostility;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** Everything at once on this machine: broker, producer, pipeline, live page, and what it finds. */
@Command(
    name = "demo",
    description = "Starts broker, producer, pipeline and live page; shows alerts until Ctrl-C.",
    footer = {"", "  ./weir demo --runner=flink --rate=200"})
final class DemoCommand implements Callable<Integer> {
  private static final int PARTITIONS = 4;

  /** By day and by night: whoever looks at a demo wants to see something. */
  private static final double USUAL_RATE = 50;

  private static final int LOG_TAIL = 20;

  @Spec @Nullable CommandSpec spec;
  @Mixin TrafficOptions traffic = new TrafficOptions();

  @Option(
      names = "--runner",
      converter = Engine.Converter.class,
      defaultValue = "direct",
      description = "direct, flink or spark (default: ${DEFAULT-VALUE}).")
  Engine engine = Engine.DIRECT;

  @Option(names = "--rules", paramLabel = "FILE", description = "Another rule book.")
  @Nullable Path rules;

  @Option(names = "--port", defaultValue = "0", description = "Kafka's port (default: any free).")
  int port;

  @Option(
      names = "--page-port",
      defaultValue = "-1",
      description = "The live page's port (default: 8080, or any free one if that is in use).")
  int pagePort;

  @Option(names = "--seconds", description = "End after so long (default: at Ctrl-C).")
  @Nullable Long seconds;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Shutdown shutdown = new Shutdown(() -> {})) {
      WorkFolder folder = shutdown.add(new WorkFolder("weir-demo-"));
      CompletableFuture<Optional<LocalPostgres>> starting =
          CompletableFuture.supplyAsync(this::startPostgres);
      LocalKafka kafka = shutdown.add(LocalKafka.start(port, Optional.empty()));
      Optional<LocalPostgres> postgres = starting.join();
      postgres.ifPresent(shutdown::add);
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Topics topics = Topics.usual(PARTITIONS, true);
      topics.create(client);
      Topics.createOther(client, DestinationOptions.LABELS);
      // Before the pipeline, which finds the role that the page's user has.
      DemoPage page = shutdown.add(new DemoPage(kafka, postgres, pagePort, folder.path()));
      RunnerProcess pipeline =
          shutdown.add(
              RunnerProcess.start(engine, pipelineOptions(kafka, postgres), folder.path()));
      TrafficSettings settings = traffic();
      startProducer(client, topics, settings, shutdown);
      out.printf(
          "Kafka at %s, %s,%npipeline on %s (process %d, log %s), %.0f"
              + " transactions a second. Ctrl-C ends it.%n%s%n",
          kafka.bootstrapServers(),
          postgres.map(DemoCommand::address).orElse("no PostgreSQL"),
          engine.folder(),
          pipeline.pid(),
          RunnerProcess.log(folder.path()),
          settings.rate().at(settings.startMillis()),
          page.address());
      out.flush();
      VerdictCounts verdicts = shutdown.add(new VerdictCounts(postgres));
      DemoScreen screen = shutdown.add(new DemoScreen(client, topics, verdicts, out));
      long end = seconds == null ? Long.MAX_VALUE : System.nanoTime() + seconds * 1_000_000_000;
      while (!shutdown.asked() && System.nanoTime() < end) {
        screen.refresh();
        // A signal for the whole group reaches the pipeline as well, perhaps a moment earlier.
        if (!pipeline.isAlive() && Threads.sleep(Duration.ofMillis(500)) && !shutdown.asked()) {
          folder.keep();
          return pipelineDied(pipeline, RunnerProcess.log(folder.path()));
        }
      }
      screen.sum();
      printScore(client, topics, out);
    }
    return 0;
  }

  /** A demo without it is still one: there is not a PostgreSQL for every machine. */
  private Optional<LocalPostgres> startPostgres() {
    try {
      return Optional.of(LocalPostgres.start());
    } catch (LocalServerException impossible) {
      PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
      err.println("weir: going on without PostgreSQL: " + impossible.getMessage());
      return Optional.empty();
    }
  }

  private static String address(LocalPostgres postgres) {
    return "PostgreSQL at " + postgres.jdbcUrl() + " (user " + postgres.user() + ")";
  }

  private List<String> pipelineOptions(LocalKafka kafka, Optional<LocalPostgres> postgres) {
    List<String> options = new ArrayList<>();
    options.add("--bootstrapServers=" + kafka.bootstrapServers());
    postgres.ifPresent(
        database -> {
          options.add("--jdbcUrl=" + database.jdbcUrl());
          options.add("--jdbcUser=" + database.user());
        });
    if (rules != null) {
      options.add("--rules=" + rules.toAbsolutePath());
    }
    return options;
  }

  private static void startProducer(
      Map<String, Object> client, Topics topics, TrafficSettings settings, Shutdown shutdown) {
    TransactionProducer producer = new TransactionProducer(ProducerSettings.ENDLESS);
    KafkaSink transactions = shutdown.add(new KafkaSink(client, topics.transactions()));
    KafkaSink labels = shutdown.add(new KafkaSink(client, DestinationOptions.LABELS));
    Thread thread =
        new Thread(() -> producer.run(new Traffic(settings), transactions, labels), "producer");
    thread.setDaemon(true);
    shutdown.add(
        () -> {
          producer.stop();
          Threads.join(thread, Duration.ofSeconds(5));
        });
    thread.start();
  }

  /** Different each time, and on a bad day. */
  private TrafficSettings traffic() {
    return new TrafficSettings(
        System.nanoTime(),
        traffic.users,
        traffic.rate == null ? Rate.constant(USUAL_RATE) : traffic.rate,
        System.currentTimeMillis(),
        traffic.scenario(),
        Hostility.USUAL);
  }

  /** How good the rules were; the last moments are not fair to them. */
  private static void printScore(Map<String, Object> client, Topics topics, PrintWriter out) {
    ScoreRecords records = new ScoreRecords();
    records.readLabels(client, DestinationOptions.LABELS);
    records.readAlerts(client, topics.alerts());
    out.println();
    out.print(ScoreTable.print(records.scoring().card()));
    out.flush();
  }

  /** Shows why, as far as its log tells. */
  private int pipelineDied(RunnerProcess pipeline, Path log) throws IOException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    List<String> lines = Files.readAllLines(log);
    lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size()).forEach(err::println);
    err.println("weir: the pipeline (process " + pipeline.pid() + ") ended, its log is " + log);
    return pipeline.exitCode();
  }
}
