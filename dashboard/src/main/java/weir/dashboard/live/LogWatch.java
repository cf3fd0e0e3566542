package weir.dashboard.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Checks every second how far the log of the transactions is, and whether Kafka is there. */
public final class LogWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 1000;
  private static final int PATIENCE_MILLIS = 3000;

  /**
   * How far the log is.
   *
   * @param records how many records it has had, by its end offsets
   * @param nanos when that was, by this JVM's own clock
   * @param newestLogTime how far it is in log time, or -1 if that is not known
   * @param committed how far the pipeline's group is in each partition, if it has committed
   * @param unread how many of them the pipeline's group has not committed, if there is one
   */
  public record Position(
      long records,
      long nanos,
      long newestLogTime,
      @Nullable Map<Integer, Long> committed,
      @Nullable Long unread) {}

  private final LogSettings settings;
  private final Live live;
  private final Thread thread = new Thread(this::run, "log-watch");
  private volatile boolean closed;

  public LogWatch(LogSettings settings, Live live) {
    this.settings = settings;
    this.live = live;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
    do {
      try (Admin admin = Admin.create(config);
          NewestLogTime times =
              new NewestLogTime(settings.client(), Duration.ofMillis(PATIENCE_MILLIS))) {
        do {
          look(admin, times);
        } while (!closed && Pause.millis(EVERY_MILLIS));
      } catch (KafkaException unusable) {
        // A host name that cannot be resolved yet may resolve later.
        away("cannot be used: " + root(unusable).getMessage());
      }
    } while (!closed && Pause.millis(EVERY_MILLIS));
  }

  private static Throwable root(Throwable failed) {
    Throwable cause = failed.getCause();
    return cause == null ? failed : root(cause);
  }

  private void look(Admin admin, NewestLogTime times) {
    try {
      Position found = ask(admin, times);
      live.log().set(found);
      live.rates().transactions(Rates.Counter.LOG, found.records(), found.nanos());
      live.judging().log(found.records(), found.committed());
      live.kafka().up(null);
    } catch (ExecutionException failed) {
      away(why(failed.getCause()));
    } catch (TimeoutException | org.apache.kafka.common.errors.TimeoutException silent) {
      away("does not answer");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String why(@Nullable Throwable failed) {
    if (failed instanceof UnknownTopicOrPartitionException) {
      return "has no topic " + settings.inputTopic() + " yet";
    }
    if (failed instanceof SslAuthenticationException) {
      return "shows a certificate that the page does not trust: check --kafkaProperties";
    }
    if (failed instanceof AuthenticationException) {
      return "refuses the page: check --kafkaProperties";
    }
    if (failed instanceof AuthorizationException) {
      return "does not let the page read " + settings.inputTopic();
    }
    return "does not answer";
  }

  private void away(String why) {
    live.log().set(null);
    live.rates().transactionsUnknown(Rates.Counter.LOG);
    live.judging().away();
    live.kafka().down(why);
  }

  private Position ask(Admin admin, NewestLogTime times)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<String, TopicDescription> topics =
        await(admin.describeTopics(List.of(settings.inputTopic())).allTopicNames());
    List<TopicPartition> partitions =
        topics.values().stream()
            .flatMap(topic -> topic.partitions().stream())
            .map(each -> new TopicPartition(settings.inputTopic(), each.partition()))
            .toList();
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        offsets(admin, partitions, OffsetSpec.latest());
    long nanos = System.nanoTime();
    Map<TopicPartition, ListOffsetsResultInfo> newest =
        offsets(admin, partitions, OffsetSpec.maxTimestamp());
    long records = ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    long logTime = times.of(ends, newest);
    Map<Integer, Long> committed = committed(admin);
    return new Position(records, nanos, logTime, committed, unread(ends, committed));
  }

  /** Nothing if the group has committed none on this topic, or is not for the page to see. */
  private @Nullable Map<Integer, Long> committed(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<Integer, Long> committed = new HashMap<>();
    try {
      await(admin.listConsumerGroupOffsets(settings.group()).partitionsToOffsetAndMetadata())
          .forEach(
              (partition, read) -> {
                if (read != null && partition.topic().equals(settings.inputTopic())) {
                  committed.put(partition.partition(), read.offset());
                }
              });
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof AuthorizationException)) {
        throw failed;
      }
    }
    return committed.isEmpty() ? null : committed;
  }

  private static @Nullable Long unread(
      Map<TopicPartition, ListOffsetsResultInfo> ends, @Nullable Map<Integer, Long> committed) {
    if (committed == null) {
      return null;
    }
    return ends.entrySet().stream()
        .mapToLong(
            end -> end.getValue().offset() - committed.getOrDefault(end.getKey().partition(), 0L))
        .filter(unread -> unread > 0)
        .sum();
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, TimeoutException, InterruptedException {
    return await(
        admin
            .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, e -> which)))
            .all());
  }

  private static <T> T await(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    Pause.join(thread);
  }
}
