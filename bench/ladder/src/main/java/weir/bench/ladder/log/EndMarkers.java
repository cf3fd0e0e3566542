package weir.bench.ladder.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.form.TransactionJson;
import weir.model.Transaction;

/**
 * The last transaction of each partition. It is sure to raise an alert, and the alert shows that
 * the partition has been judged to its end.
 */
public final class EndMarkers {
  private static final String USER = "drain-marker-";

  private EndMarkers() {}

  public static boolean is(String userId) {
    return userId.startsWith(USER);
  }

  /**
   * Sends the markers.
   *
   * @param time the event and log time of the markers; markers of another time are different ones
   */
  public static void send(Map<String, Object> client, String topic, int partitions, long time) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.serializer", ByteArraySerializer.class);
    config.put("value.serializer", ByteArraySerializer.class);
    try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(config)) {
      for (int partition = 0; partition < partitions; partition++) {
        String user = USER + partition + "-" + time;
        Transaction tx =
            new Transaction(
                user, user, 500_000, "EUR", time, null, null, null, null, null, null, null, null);
        byte[] key = user.getBytes(StandardCharsets.UTF_8);
        kafka
            .send(new ProducerRecord<>(topic, partition, time, key, TransactionJson.write(tx)))
            .get();
      }
    } catch (ExecutionException failed) {
      throw new KafkaException("the markers could not be sent", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException("stopped while sending the markers", stopped);
    }
  }
}
