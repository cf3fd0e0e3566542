package weir.bench.ladder.log;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;
import weir.book.RuleBook;
import weir.command.Values;
import weir.local.Topics;
import weir.oracle.Oracle;

/** What a backlog of simulated traffic is like, and over how many partitions it is spread. */
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

  /** A topic with so much of it, and what is right about it by a book. */
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
