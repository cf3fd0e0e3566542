package weir.control;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.failure.UnavailableException;
import weir.model.Payload;
import weir.notice.Notice;
import weir.notice.NoticeJson;
import weir.topics.ControlTopicLookup;

/** The topic that says which rules are in force when. */
public final class ControlTopic {
  /** What is added to the name of the topic whose rules it has. */
  private static final String SUFFIX = ".control";

  private static final int PATIENCE_MILLIS = 15_000;

  private final Map<String, Object> client;
  private final String name;

  /**
   * A control topic; nobody is asked yet.
   *
   * @param client what all clients of the cluster need
   */
  public ControlTopic(Map<String, Object> client, String name) {
    this.client = new HashMap<>(client);
    this.name = name;
  }

  /** The control topic of a topic, unless another one is named. */
  public static String of(String inputTopic) {
    return inputTopic + SUFFIX;
  }

  public String name() {
    return name;
  }

  /**
   * Looks whether it can hold rules, and makes it if it is not there.
   *
   * @param live whether times in it must be the broker's clock, as they are where rules change
   *     while the log grows
   * @return whether it was made
   */
  public boolean ensure(boolean live) {
    return new ControlTopicLookup(client).ensure(name, live);
  }

  /** Looks whether it is there, and makes nothing. */
  public void require() {
    new ControlTopicLookup(client).require(name);
  }

  /** All that stands in it now. */
  public ControlLog.Heard read() {
    return read(ControlLog::readToEnd);
  }

  /**
   * What became of one notice: the books with it, and if it was refused, why.
   *
   * @param offset at which it stands
   */
  public ControlLog.Heard outcome(long offset) {
    return read(
        log -> {
          log.readTo(offset);
          return log.readTo(offset + 1);
        });
  }

  private ControlLog.Heard read(Function<ControlLog, ControlLog.Heard> reading) {
    try (ControlLog log = ControlLog.open(client, name)) {
      return reading.apply(log);
    } catch (AuthorizationException refused) {
      throw new UnavailableException(
          "the control topic '" + name + "' may not be read by this user: " + refused.getMessage(),
          refused);
    } catch (KafkaException failed) {
      throw new UnavailableException(
          "the control topic '" + name + "' cannot be read: " + failed.getMessage(), failed);
    }
  }

  /**
   * Where a record stands that was perhaps written, if it was.
   *
   * @param from an offset that it does not stand before
   */
  public OptionalLong find(byte[] record, long from) {
    Payload sought = new Payload(record);
    return read().records().stream()
        .filter(each -> each.position().offset() >= from)
        .filter(each -> each.value() != null && sought.equals(each.value()))
        .mapToLong(each -> each.position().offset())
        .findFirst();
  }

  /** Writes a notice, and returns the offset at which it stands. */
  public long announce(Notice notice) {
    return write(NoticeJson.write(notice));
  }

  /** Writes a notice that has its form already, and returns the offset at which it stands. */
  public long write(byte[] notice) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 3);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(name, 0, null, notice));
      producer.flush();
      return sent.get().offset();
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
        reason instanceof AuthorizationException
            ? "the control topic '"
                + name
                + "' may not be written by this user: let one who may announce the rules; a job"
                + " without --rules then writes nothing to it"
            : "the control topic '" + name + "' cannot be written: " + reason.getMessage(),
        reason);
  }
}
