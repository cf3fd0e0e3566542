package weir.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.cli.read.AlertLine;
import weir.command.Terminal;
import weir.form.AlertJson;
import weir.local.Topics;
import weir.model.Alert;
import weir.topics.TopicReader;

/** Alerts line by line, and under them how it goes. */
final class DemoScreen implements AutoCloseable {
  private static final long STATUS_NANOS = 1_000_000_000L;
  private static final long QUIET_STATUS_NANOS = 10 * STATUS_NANOS;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintWriter out;
  private final boolean interactive = Terminal.isInteractive();
  private final AlertLine line = AlertLine.forThisTerminal();
  private final VerdictCounts verdicts;
  private final TopicReader transactions;
  private final TopicReader alerts;
  private final TopicReader deadLetters;
  private final Set<String> known = new HashSet<>();
  private long lastStatus = System.nanoTime();
  private long lastSent;
  private double rate;
  private long sent;
  private long dead;

  DemoScreen(Map<String, Object> client, Topics topics, VerdictCounts verdicts, PrintWriter out) {
    this.out = out;
    this.verdicts = verdicts;
    transactions = new TopicReader(client, topics.transactions());
    alerts = new TopicReader(client, topics.alerts());
    deadLetters = new TopicReader(client, topics.deadLetters());
    alerts.seekToBeginning();
  }

  /** Waits a moment for alerts and shows them. */
  void refresh() {
    alerts.poll(this::show);
    long now = System.nanoTime();
    if (now - lastStatus >= (interactive ? STATUS_NANOS : QUIET_STATUS_NANOS)) {
      count(now);
      out.print(interactive ? CLEAR_LINE + status() : status() + System.lineSeparator());
      out.flush();
    }
  }

  void sum() {
    count(System.nanoTime());
    out.println((interactive ? CLEAR_LINE : "") + "Ended: " + totals());
    out.flush();
  }

  private void count(long now) {
    sent = transactions.end();
    dead = deadLetters.end();
    rate = (sent - lastSent) * 1e9 / Math.max(1, now - lastStatus);
    lastSent = sent;
    lastStatus = now;
  }

  private void show(ConsumerRecord<byte[], byte[]> record) {
    try {
      Alert alert = AlertJson.read(record.value());
      known.add(alert.id());
      out.println((interactive ? CLEAR_LINE : "") + line.of(alert));
      out.flush();
    } catch (IOException foreign) {
      out.println("not an alert: offset " + record.offset());
    }
  }

  private String status() {
    return String.format("%,.0f tx/s  ", rate) + totals();
  }

  private String totals() {
    return String.format(
            "%,d transactions  %,d alerts  %,d dead letters  ", sent, known.size(), dead)
        + verdicts.text();
  }

  @Override
  public void close() {
    transactions.close();
    alerts.close();
    deadLetters.close();
  }
}
