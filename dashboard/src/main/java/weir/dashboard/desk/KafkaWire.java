package weir.dashboard.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.fields.RecordLayout;
import weir.form.LabelWriter;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;
import weir.topics.TopicLookup;

/** The label topic and the control topic of a cluster. Only one thread writes. */
public final class KafkaWire implements Wire {
  private static final int PATIENCE_MILLIS = 8000;

  private final WireSettings settings;

  /** The charter is the same for ever, once there is one. */
  private volatile @Nullable LabelWriter writer;

  private @Nullable Producer<byte[], byte[]> producer;
  private boolean topicSeen;

  public KafkaWire(WireSettings settings) {
    this.settings = settings;
  }

  @Override
  public synchronized List<Long> labels(List<Label> labels) {
    if (labels.isEmpty()) {
      return List.of();
    }
    LabelWriter form = writer();
    requireTopic();
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (Label each : labels) {
        byte[] key = each.payment().userId().getBytes(StandardCharsets.UTF_8);
        byte[] value = form.write(each.payment(), each.fraud(), each.source());
        sent.add(
            producer()
                .send(
                    new ProducerRecord<>(
                        settings.labelTopic(), null, System.currentTimeMillis(), key, value)));
      }
      List<Long> times = new ArrayList<>();
      for (Future<RecordMetadata> each : sent) {
        times.add(each.get().timestamp());
      }
      return times;
    } catch (ExecutionException failed) {
      throw refused(failed.getCause() == null ? failed : failed.getCause());
    } catch (KafkaException failed) {
      throw refused(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw refused(stopped);
    }
  }

  private UnavailableException refused(Throwable reason) {
    return new UnavailableException(
        "the label topic '" + settings.labelTopic() + "' cannot be written: " + reason.getMessage(),
        reason);
  }

  /**
   * A client that writes to a topic that is not there may make it, with settings that are wrong.
   */
  private void requireTopic() {
    if (!topicSeen) {
      new TopicLookup(settings.client()).input(settings.labelTopic());
      topicSeen = true;
    }
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      Map<String, Object> config = new HashMap<>(settings.client());
      config.put(ProducerConfig.ACKS_CONFIG, "all");
      config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
      config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
      config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
      open = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }

  private LabelWriter writer() {
    LabelWriter known = writer;
    if (known != null) {
      return known;
    }
    Charter charter = isControlled() ? control().read().books().charterOrNull() : null;
    LabelWriter found = new LabelWriter(charter == null ? RecordLayout.USUAL : charter.layout());
    if (charter != null) {
      writer = found;
    }
    return found;
  }

  private ControlTopic control() {
    return new ControlTopic(settings.client(), settings.controlTopic());
  }

  /** Whether there is a control topic at all. */
  private boolean isControlled() {
    try {
      new TopicLookup(settings.client()).input(settings.controlTopic());
      return true;
    } catch (UnavailableException failed) {
      for (@Nullable Throwable each = failed; each != null; each = each.getCause()) {
        if (each instanceof UnknownTopicOrPartitionException) {
          return false;
        }
      }
      throw failed;
    }
  }

  @Override
  public void list(Notice.ListChange change) {
    control().announce(change);
  }

  @Override
  public void check(Notice.ListChange change) {
    if (!isControlled()) {
      throw new WrongWishException(
          WrongWishException.Fault.CONFLICT,
          "There are no rules on the topic '"
              + settings.controlTopic()
              + "', so none can be snoozed");
    }
    Books books = control().read().books();
    if (books.isEmpty()) {
      throw new WrongWishException(
          WrongWishException.Fault.CONFLICT, "No rules were announced yet, so none can be snoozed");
    }
    try {
      books.with(change, System.currentTimeMillis());
    } catch (IllegalNoticeException wrong) {
      throw new WrongWishException(
          WrongWishException.Fault.SENSE, String.valueOf(wrong.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    Producer<byte[], byte[]> open = producer;
    if (open != null) {
      open.close(Duration.ZERO);
    }
  }
}
