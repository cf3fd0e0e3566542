package weir.bench.ladder.log;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import weir.book.RuleBook;
import weir.command.Values;
import weir.local.Topics;
import weir.oracle.Oracle;

/** The options of a backlog of simulated traffic and of its partitions. */
public final class BacklogOptions {
  @Option(
      names = "--users",
      converter = Values.HowMany.class,
      defaultValue = "20000",
      description = "How many cardholders (default: ${DEFAULT-VALUE}).")
  public int users;

  @Option(
      names = "--rate",
      converter = Values.PerSecond.class,
      defaultValue = "100",
      description = "Transactions a second of simulated time (default: ${DEFAULT-VALUE}).")
  public double rate;

  @Option(
      names = "--partitions",
      converter = Values.HowMany.class,
      defaultValue = "4",
      description = "Partitions of the topics (default: ${DEFAULT-VALUE}).")
  public int partitions;

  /** Fills a topic of this size, and returns it with the right answers by a book. */
  public Backlog fill(Map<String, Object> client, long size, RuleBook book, PrintWriter out) {
    String topic = "transactions-" + size;
    new Topics(topic, topic + "-alerts", topic + "-dead", partitions, false).create(client);
    new SimulatedBacklog(size, users, rate).fill(client, topic, partitions);
    Backlog backlog = Backlog.read(client, topic, partitions, book, Oracle::answer);
    out.printf(
        Locale.ROOT,
        "A backlog of %,d transactions; the oracle knows %,d alerts%n",
        size,
        backlog.expected().size());
    out.flush();
    return backlog;
  }
}
