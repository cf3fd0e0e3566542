package weir.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.command.Values;
import weir.control.ControlTopic;
import weir.local.LocalKafka;
import weir.local.Topics;

/** Starts a Kafka broker on this machine, with Weir's topics. */
@Command(
    name = "broker",
    description = "Starts a real Kafka broker on loopback, with Weir's topics, until Ctrl-C.",
    footer = {"", "  ./weir broker --port=9092 --data=kafka-data"})
public final class BrokerCommand implements Callable<Integer> {
  /** Nobody has to use them, but who wants to finds them. */
  private static final List<String> BRANCHES =
      List.of("transactions.legitimate", "transactions.suspicious");

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      converter = Values.Port.class,
      defaultValue = "9092",
      description = "Port for clients, 0 for any (default: ${DEFAULT-VALUE}).")
  int port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where topics are kept (default: a temporary folder).")
  @Nullable Path data;

  @Option(
      names = "--partitions",
      converter = Values.HowMany.class,
      defaultValue = "4",
      description = "Partitions of new topics (default: ${DEFAULT-VALUE}).")
  int partitions;

  @Option(
      names = "--replay",
      description = "The writer gives the log times, for simulated or recorded time.")
  boolean replay;

  @Override
  public Integer call() throws InterruptedException {
    LocalKafka kafka = LocalKafka.start(port, Optional.ofNullable(data));
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
    Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    Topics topics = Topics.usual(partitions, !replay);
    topics.create(client);
    topics.createLabels(client);
    new ControlTopic(client, ControlTopic.of(topics.transactions())).ensure(!replay);
    BRANCHES.forEach(topic -> Topics.createOther(client, topic));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("Kafka at " + kafka.bootstrapServers() + ", Ctrl-C ends it");
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }
}
