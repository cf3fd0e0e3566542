package weir.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.local.Topics;
import weir.oracle.Answers;
import weir.oracle.Merged;

/** Reads a job's answers and merges them as every reader must. */
public final class AnswerReader implements AutoCloseable {
  /** The answers are final when nothing has arrived for this long. */
  private static final Duration QUIET = Duration.ofSeconds(4);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Topics topics;
  private final Merged merged;
  private long records;
  private long newest;

  /** Of a job that nothing disturbs. */
  public AnswerReader(Map<String, Object> client, Topics topics) {
    this(client, topics, new Merged());
  }

  /** Of a job that may be killed at work. */
  static AnswerReader ofAttempts(Map<String, Object> client, Topics topics) {
    return new AnswerReader(client, topics, Merged.ofAttempts());
  }

  private AnswerReader(Map<String, Object> client, Topics topics, Merged merged) {
    this.merged = merged;
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.deserializer", ByteArrayDeserializer.class);
    config.put("value.deserializer", ByteArrayDeserializer.class);
    // Records of an aborted transaction do not count.
    config.put("isolation.level", "read_committed");
    this.topics = topics;
    this.consumer = new KafkaConsumer<>(config);
    List<TopicPartition> partitions =
        Stream.of(topics.alerts(), topics.shadows(), topics.deadLetters())
            .flatMap(
                topic ->
                    IntStream.range(0, topics.partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Waits until the job has begun to answer. */
  public void awaitSome(Job job, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (merged.raw() == 0) {
      check(job, end);
      poll();
    }
  }

  /** Waits for an answer from this time or later, by the job's clock or the broker's. */
  void awaitSince(long millis, Job job, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (newest < millis) {
      check(job, end);
      poll();
    }
  }

  /** Waits until the answers are as expected and stay so; gives up quietly when time is up. */
  public void await(Answers expected, Job job, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    long quietSince = System.nanoTime();
    long before = -1;
    while (System.nanoTime() < end) {
      check(job, Long.MAX_VALUE);
      poll();
      if (records != before) {
        before = records;
        quietSince = System.nanoTime();
      } else if (System.nanoTime() - quietSince > QUIET.toNanos()
          && merged.answers().equals(expected)) {
        return;
      }
    }
  }

  public Answers answers() {
    return merged.answers();
  }

  /** What a compacted topic keeps of the answers. */
  public Answers compacted() {
    return merged.compacted();
  }

  /** How many alerts were sent again unchanged. */
  public long repeated() {
    return merged.repeated();
  }

  /** Takes the records that have arrived since the last poll. */
  void poll() {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
      records++;
      newest = Math.max(newest, record.timestamp());
      if (record.topic().equals(topics.deadLetters())) {
        merged.deadLetter(new String(record.key(), StandardCharsets.UTF_8), record.value());
      } else {
        checkPlace(record);
        merged.alert(record.value());
      }
    }
  }

  /** Alerts of rules on trial go to their own topic and nowhere else. */
  private void checkPlace(ConsumerRecord<byte[], byte[]> record) {
    boolean shadow =
        new String(record.value(), StandardCharsets.UTF_8).contains("\"mode\":\"shadow\"");
    if (shadow != record.topic().equals(topics.shadows())) {
      throw new AssertionError("an alert in the wrong topic: " + record);
    }
  }

  private static void check(Job job, long end) {
    if (!job.isAlive()) {
      throw new AssertionError("the job ended:\n" + job.output());
    }
    if (System.nanoTime() > end) {
      throw new AssertionError("no answer comes from the job:\n" + job.output());
    }
  }

  @Override
  public void close() {
    consumer.close(Duration.ofSeconds(1));
  }
}
