package weir.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.traffic.Hostility;
import weir.traffic.Label;
import weir.traffic.LabelJson;
import weir.traffic.Outgoing;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

class TransactionProducerTest {
  private static final long START = 1_767_225_600_000L;
  private static final long DAY = 24 * 3_600_000L;

  /** Keeps log times and when they came, after a rest that only the first takes. */
  private static final class Sink implements RecordSink {
    private final List<Long> logTimes = new ArrayList<>();
    private final List<Long> cameAt = new ArrayList<>();
    private final long firstRestNanos;
    private boolean flushed;

    private Sink(long firstRestNanos) {
      this.firstRestNanos = firstRestNanos;
    }

    @Override
    public void send(long logMillis, byte[] key, byte[] value) {
      long end = System.nanoTime() + (logTimes.isEmpty() ? firstRestNanos : 0);
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
      logTimes.add(logMillis);
      cameAt.add(System.nanoTime());
    }

    @Override
    public long confirmed() {
      return logTimes.size();
    }

    @Override
    public void flush(Duration most) {
      flushed = true;
    }

    @Override
    public void close() {}
  }

  private static Traffic traffic(double rate) {
    return new Traffic(TrafficSettings.of(1, 5000, Rate.constant(rate), START));
  }

  private static List<Long> plan(double rate, int count) {
    Traffic traffic = traffic(rate);
    List<Long> plan = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plan.add(traffic.next().logMillis());
    }
    return plan;
  }

  @Test
  void whoeverIsLateHurriesAndDoesNotChangeThePlan() {
    long rest = 300_000_000;
    Sink sink = new Sink(rest);
    TransactionProducer producer =
        new TransactionProducer(new ProducerSettings(true, 200, Long.MAX_VALUE, 0));
    long began = System.nanoTime();
    producer.run(traffic(400), sink, new NoSink());
    assertThat(sink.logTimes).isEqualTo(plan(400, 200));
    // Nobody is early, and the lost time is made up for: the rest delays the end by nothing.
    for (int i = 0; i < 200; i++) {
      long due = began + (sink.logTimes.get(i) - START) * 1_000_000;
      assertThat(sink.cameAt.get(i)).isGreaterThanOrEqualTo(due);
    }
    assertThat(producer.worstLagMillis()).isGreaterThanOrEqualTo(250);
    assertThat(sink.flushed).isTrue();
  }

  /** Making the traffic takes a while, in which its time has begun: that is made up for. */
  @Test
  @Timeout(60)
  void theTimeOfTheTrafficBeginsWhenItIsToldTo() {
    Sink sink = new Sink(0);
    TransactionProducer producer =
        new TransactionProducer(new ProducerSettings(true, Long.MAX_VALUE, 3_000, 0));
    long now = System.nanoTime();
    long hourAgo = now - 3_600_000_000_000L;
    producer.run(traffic(100), hourAgo, sink, new NoSink());
    assertThat(producer.lagMillis()).isBetween(3_597_000L, 3_660_000L);
    assertThat(producer.confirmed()).isEqualTo(producer.sent()).isGreaterThan(100);
  }

  @Test
  void asFastAsPossibleDoesNotWait() {
    Sink sink = new Sink(0);
    TransactionProducer producer = new TransactionProducer(ProducerSettings.atOnce(5000));
    Sink labels = new Sink(0);
    producer.run(traffic(1), sink, labels);
    assertThat(producer.sent()).isEqualTo(5000);
    assertThat(sink.logTimes).hasSize(5000);
    assertThat(producer.labelled()).isEqualTo(labels.logTimes.size()).isGreaterThan(100);
    assertThat(producer.lastLogMillis() - START).isGreaterThan(4_000_000);
  }

  @Test
  void labelsComeLaterAndInTheOrderOfTheLog() {
    List<Long> atOnce = labels(0);
    List<Long> later = labels(600_000);
    assertThat(later).isSorted().isEqualTo(labels(600_000)).hasSizeLessThan(atOnce.size());
    assertThat(later).hasSizeBetween(atOnce.size() / 2, atOnce.size() - 20);
    double mean =
        later.stream().limit(later.size() / 2).mapToLong(Long::longValue).average().orElseThrow()
            - atOnce.stream()
                .limit(later.size() / 2)
                .mapToLong(Long::longValue)
                .average()
                .orElseThrow();
    assertThat(mean).isBetween(300_000.0, 900_000.0);
  }

  private static List<Long> labels(long delayMillis) {
    Sink labels = new Sink(0);
    new TransactionProducer(new ProducerSettings(false, 5000, Long.MAX_VALUE, delayMillis))
        .run(traffic(1), new NoSink(), labels);
    return labels.logTimes;
  }

  /** A log to learn from: each label at its time, and no log time before the one before it. */
  @Test
  void aLogOfSixtyDaysHasItsLabelsAtTheirTimes() {
    long days = 60;
    Rate rate = Rate.constant(0.02);
    TrafficSettings hostile =
        TrafficSettings.of(7, 400, rate, START).with(new Hostility(0.05, 0.01, 0.02, 0, 0, 0));
    Map<String, Long> sentAt = new HashMap<>();
    List<Long> held = new ArrayList<>();
    Traffic traffic = new Traffic(hostile);
    long last = START;
    for (Outgoing next = traffic.next();
        next.logMillis() < START + days * DAY;
        next = traffic.next()) {
      assertThat(next.logMillis()).isGreaterThanOrEqualTo(last);
      last = next.logMillis();
      Label label = next.label();
      if (label != null) {
        sentAt.put(label.transactionId(), next.logMillis());
      }
    }
    List<Label> staged = new ArrayList<>();
    Sink transactions = new Sink(0);
    LabelSink labels = new LabelSink();
    new TransactionProducer(
            new ProducerSettings(false, Long.MAX_VALUE, days * DAY, 7 * DAY), staged::add)
        .run(new Traffic(hostile), transactions, labels);
    assertThat(transactions.logTimes).isSorted().hasSizeGreaterThan(100_000);
    assertThat(staged).hasSize(sentAt.size()).hasSizeGreaterThan(4_000);
    assertThat(labels.logTimes).isSorted();
    for (int i = 0; i < labels.all.size(); i++) {
      long delay =
          labels.logTimes.get(i) - sentAt.getOrDefault(labels.all.get(i).transactionId(), 0L);
      assertThat(delay).isBetween(1000L, 14 * DAY);
      held.add(delay);
    }
    assertThat(held.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isBetween(6.0 * DAY, 7.2 * DAY);
    // Of the last two weeks about half are still to come.
    assertThat(held.size() / (double) staged.size()).isBetween(0.85, 0.92);
  }

  /** Keeps labels and their log times. */
  private static final class LabelSink implements RecordSink {
    private final List<Label> all = new ArrayList<>();
    private final List<Long> logTimes = new ArrayList<>();

    @Override
    public void send(long logMillis, byte[] key, byte[] value) {
      try {
        all.add(LabelJson.read(value));
      } catch (IOException wrong) {
        throw new UncheckedIOException(wrong);
      }
      logTimes.add(logMillis);
    }

    @Override
    public long confirmed() {
      return all.size();
    }

    @Override
    public void flush(Duration most) {}

    @Override
    public void close() {}
  }

  @Test
  void aLengthOfTimeEndsIt() {
    Sink sink = new Sink(0);
    TransactionProducer producer =
        new TransactionProducer(new ProducerSettings(false, Long.MAX_VALUE, 60_000, 0));
    producer.run(traffic(10), sink, new NoSink());
    assertThat(sink.logTimes).allMatch(time -> time < START + 60_000).hasSizeBetween(400, 800);
  }

  @Test
  @Timeout(10)
  void stoppingEndsAWaitOfHours() throws InterruptedException {
    TransactionProducer producer = new TransactionProducer(ProducerSettings.ENDLESS);
    Sink sink = new Sink(0);
    Thread thread = new Thread(() -> producer.run(traffic(0.0001), sink, new NoSink()));
    thread.start();
    while (producer.sent() == 0) {
      Thread.onSpinWait();
    }
    producer.stop();
    thread.join();
    assertThat(sink.flushed).isTrue();
  }

  @Test
  void aSinkThatFailsIsHeardOf() {
    RecordSink broken =
        new RecordSink() {
          @Override
          public void send(long logMillis, byte[] key, byte[] value) {
            throw new IllegalStateException("full");
          }

          @Override
          public long confirmed() {
            return 0;
          }

          @Override
          public void flush(Duration most) {}

          @Override
          public void close() {}
        };
    TransactionProducer producer = new TransactionProducer(ProducerSettings.atOnce(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> producer.run(traffic(1), broken, new NoSink()))
        .withMessage("full");
  }
}
