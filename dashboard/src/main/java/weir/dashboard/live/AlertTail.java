package weir.dashboard.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.model.HeaderNames;

/**
 * Follows the alerts and the dead letters of the log, from shortly before their end, without a
 * group and without leaving a trace. Kafka may come late, go and come back.
 */
public final class AlertTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertTail.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration TO_CLOSE = Duration.ofSeconds(1);
  private static final long PAUSE_MILLIS = 500;

  private final LogSettings settings;
  private final Consumer<Found> alerts;
  private final DeadLetters deadLetters;
  private final Judging judging;
  private final Thread thread = new Thread(this::run, "alert-tail");

  /** Where to go on, so that a new consumer reads nothing twice. */
  private final Map<TopicPartition, Long> next = new HashMap<>();

  private volatile boolean closed;

  public AlertTail(LogSettings settings, Live live, Consumer<Found> alerts) {
    this.settings = settings;
    this.alerts = alerts;
    deadLetters = live.deadLetters();
    judging = live.judging();
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!closed) {
      KafkaConsumer<byte[], byte[]> consumer = null;
      try {
        consumer = consumer();
        begin(consumer);
        while (!closed) {
          consumer.poll(POLL).forEach(this::read);
        }
      } catch (RuntimeException away) {
        // The log watch reports whether Kafka is there.
        LOG.debug("waiting for Kafka", away);
        Pause.millis(PAUSE_MILLIS);
      } finally {
        if (consumer != null) {
          consumer.close(TO_CLOSE);
        }
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A topic that was created again is read from its beginning.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, (int) PAUSE_MILLIS);
    // Fetched records take memory, and the server should stay small.
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
    return new KafkaConsumer<>(config);
  }

  private void begin(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(settings.alertTopic(), settings.deadLetterTopic())) {
      List<PartitionInfo> infos = consumer.partitionsFor(topic, PATIENCE);
      if (infos == null || infos.isEmpty()) {
        throw new IllegalStateException("no topic " + topic);
      }
      infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
    long back = Feed.MOST / Math.max(1, partitions.size() / 2);
    for (TopicPartition each : partitions) {
      long beginning = first.getOrDefault(each, 0L);
      long last = end.getOrDefault(each, beginning);
      long wanted = next.getOrDefault(each, last - back);
      // A position beyond the end means that the topic was deleted and created again.
      consumer.seek(each, wanted > last ? beginning : Math.max(beginning, wanted));
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    if (record.topic().equals(settings.deadLetterTopic())) {
      deadLetters.add(value);
      judging.answer();
      return;
    }
    try {
      alerts.accept(Found.read(value, detectedAt(record)));
      judging.answer();
    } catch (IOException foreign) {
      LOG.debug("not an alert: offset {}", record.offset(), foreign);
    }
  }

  /** The time in the header; without one the record's own time, which may be the broker's. */
  private static long detectedAt(ConsumerRecord<byte[], byte[]> record) {
    Header told = record.headers().lastHeader(HeaderNames.DETECTED_AT);
    if (told == null || told.value() == null) {
      return record.timestamp();
    }
    try {
      return Long.parseLong(new String(told.value(), StandardCharsets.UTF_8));
    } catch (NumberFormatException foreign) {
      return record.timestamp();
    }
  }

  @Override
  public void close() {
    closed = true;
    Pause.join(thread);
  }
}
