package weir.dashboard.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.topics.TopicLookup;

/** Which models stand on the control topic. It is read anew after a while, and by one at a time. */
final class ControlTopicModels {
  private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long PATIENCE_SECONDS = 10;

  private final Map<String, Object> client;
  private final String topic;
  private final BooleanSupplier isUp;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Known known;

  private record Known(Standing standing, long nanos) {
    boolean isFresh() {
      return System.nanoTime() - nanos < FRESH_NANOS;
    }
  }

  /**
   * @param client what any Kafka client needs
   * @param isUp whether Kafka answers, so that nobody waits for it in vain
   */
  ControlTopicModels(Map<String, Object> client, String topic, BooleanSupplier isUp) {
    this.client = client;
    this.topic = topic;
    this.isUp = isUp;
  }

  /** What was read last; nothing before the first time, if Kafka does not answer. */
  Optional<Standing> read() {
    Known last = known;
    if (last != null && (last.isFresh() || !isUp.getAsBoolean())) {
      return Optional.of(last.standing());
    }
    if (!isUp.getAsBoolean() || !isMyTurn()) {
      return Optional.empty();
    }
    try {
      last = known;
      if (last == null || !last.isFresh()) {
        last = new Known(readNow(), System.nanoTime());
        known = last;
      }
      return Optional.of(last.standing());
    } catch (UnavailableException failed) {
      return Optional.ofNullable(last).map(Known::standing);
    } finally {
      reading.unlock();
    }
  }

  private boolean isMyTurn() {
    try {
      return reading.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Standing readNow() {
    try {
      new TopicLookup(client).input(topic);
    } catch (UnavailableException failed) {
      for (@Nullable Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof UnknownTopicOrPartitionException) {
          return Standing.NONE;
        }
      }
      throw failed;
    }
    return Standing.of(new ControlTopic(client, topic).read().books(), System.currentTimeMillis());
  }
}
