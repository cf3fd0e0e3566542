package weir.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Spec;
import weir.cli.produce.DestinationOptions;
import weir.cli.run.PipelineJvm;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.Shutdown;
import weir.launch.Threads;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.Topics;
import weir.local.WorkFolder;
import weir.producer.KafkaSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** Everything at once on this machine: broker, producer, pipeline, live page, and what it finds. */
@Command(
    name = "demo",
    description = "Starts broker, producer, pipeline and live page; shows alerts until Ctrl-C.",
    footer = {
      "",
      "Beside its rules a model is on trial: it says what it would flag, and flags",
      "nothing. With --rules=FILE there is none.",
      "",
      "  ./weir demo --runner=flink --rate=200"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int PARTITIONS = 4;
  private static final int FAILED = 1;
  private static final Duration A_MOMENT = Duration.ofMillis(500);

  @Spec @Nullable CommandSpec spec;
  @Mixin DemoOptions options = new DemoOptions();

  @Override
  public Integer call() throws IOException {
    if (options.printRules) {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      out.print(DemoBook.text());
      out.flush();
      return 0;
    }
    options.check();
    try (Shutdown shutdown = new Shutdown(() -> {})) {
      return runUnlessAsked(shutdown);
    }
  }

  /** What fails to start because of a signal is no failure. */
  private int runUnlessAsked(Shutdown shutdown) throws IOException {
    try {
      return run(shutdown);
    } catch (RuntimeException failed) {
      if (shutdown.asked()) {
        return 0;
      }
      throw failed;
    }
  }

  private int run(Shutdown shutdown) throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    WorkFolder folder = shutdown.add(new WorkFolder("weir-demo-"));
    CompletableFuture<Optional<LocalPostgres>> starting =
        CompletableFuture.supplyAsync(() -> startPostgres(shutdown));
    // Whatever ends the demo in the meantime: it comes up, and is then closed like everything else.
    shutdown.add(() -> starting.join().ifPresent(LocalPostgres::close));
    LocalKafka kafka = shutdown.add(LocalKafka.start(options.port, Optional.empty()));
    Optional<LocalPostgres> postgres = starting.join();
    shutdown.check();
    Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    Topics topics = Topics.usual(PARTITIONS, true);
    topics.create(client);
    // Before the pipeline does, so that rules can be announced at once.
    new ControlTopic(client, ControlTopic.of(topics.transactions())).ensure(true);
    topics.createLabels(client);
    shutdown.check();
    // Before the pipeline, which finds the role that the page's user has.
    DemoPage page = shutdown.add(DemoPage.start(kafka, topics, postgres, options.pagePort, folder));
    OnTrial onTrial = new OnTrial(options.rules == null);
    List<String> pipelineOptions = pipelineOptions(kafka, postgres);
    pipelineOptions.addAll(onTrial.pipelineOptions(folder.path()));
    ChildJvm pipeline =
        shutdown.add(PipelineJvm.start(options.runner.engine, pipelineOptions, folder.path()));
    TrafficSettings settings = startProducer(client, topics, shutdown);
    String pageAddress = page.address(() -> pipeline.isAlive() && !shutdown.asked());
    shutdown.check();
    out.printf(
        "Kafka at %s, %s,%npipeline on %s (process %d, log %s), %.0f transactions a second of %,d"
            + " people. Ctrl-C ends it.%n%s%n"
            + "Other rules, from another terminal: ./weir rules announce FILE"
            + " --bootstrapServers=%s%n",
        kafka.bootstrapServers(),
        postgres.map(DemoCommand::address).orElse("no PostgreSQL"),
        options.runner.engine.folder(),
        pipeline.pid(),
        pipeline.log(),
        settings.rate().at(settings.startMillis()),
        settings.users(),
        pageAddress,
        kafka.bootstrapServers());
    onTrial.introduce(kafka, topics, postgres, out);
    out.flush();
    VerdictCounts verdicts = shutdown.add(new VerdictCounts(postgres));
    DemoScreen screen = shutdown.add(new DemoScreen(client, topics, verdicts, out));
    long end = options.endNanos();
    while (!shutdown.asked() && System.nanoTime() < end) {
      if (pipeline.isAlive()) {
        screen.refresh();
        page.tellEnd(() -> !shutdown.asked(), spec.commandLine().getErr());
      } else if (Threads.sleep(A_MOMENT) && !shutdown.asked()) {
        // A signal for the whole group reaches the pipeline as well, perhaps a moment earlier.
        PipelineJvm.tellEnd(pipeline, folder, spec.commandLine().getErr());
        return FAILED;
      }
    }
    screen.sum();
    DemoScore.print(client, topics, onTrial, out);
    return 0;
  }

  /** A demo without it is still one: there is not a PostgreSQL for every machine. */
  private Optional<LocalPostgres> startPostgres(Shutdown shutdown) {
    try {
      return Optional.of(LocalPostgres.start());
    } catch (UnavailableException impossible) {
      if (!shutdown.asked()) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("weir: going on without PostgreSQL: " + impossible.getMessage());
      }
      return Optional.empty();
    }
  }

  private static String address(LocalPostgres postgres) {
    return "PostgreSQL at " + postgres.jdbcUrl() + " (user " + postgres.user() + ")";
  }

  private List<String> pipelineOptions(LocalKafka kafka, Optional<LocalPostgres> postgres) {
    List<String> all = new ArrayList<>();
    all.add("--bootstrapServers=" + kafka.bootstrapServers());
    postgres.ifPresent(
        database -> {
          all.add("--jdbcUrl=" + database.jdbcUrl());
          all.add("--jdbcUser=" + database.user());
        });
    Path rules = options.rules;
    if (rules != null) {
      all.add("--rules=" + rules.toAbsolutePath());
    }
    return all;
  }

  private TrafficSettings startProducer(
      Map<String, Object> client, Topics topics, Shutdown shutdown) {
    TransactionProducer producer = new TransactionProducer(ProducerSettings.ENDLESS);
    KafkaSink transactions = shutdown.add(new KafkaSink(client, topics.transactions()));
    KafkaSink labels = shutdown.add(new KafkaSink(client, DestinationOptions.LABELS));
    // Now that records can be sent: time does not run while a connection is made.
    TrafficSettings settings = options.traffic();
    long begin = System.nanoTime();
    Thread thread =
        new Thread(
            () -> producer.run(new Traffic(settings), begin, transactions, labels), "producer");
    thread.setDaemon(true);
    shutdown.add(
        () -> {
          producer.stop();
          Threads.join(thread, Duration.ofSeconds(5));
        });
    thread.start();
    return settings;
  }
}
