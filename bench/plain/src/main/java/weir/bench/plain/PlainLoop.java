package weir.bench.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.bench.twin.Twin;
import weir.bench.twin.TwinOptions;
import weir.topics.TopicLookup;

/**
 * The ceiling: threads that read, judge and write, and nothing else. Histories are in maps on the
 * heap, nothing is saved and no offset is committed, so a restart begins at the beginning. A user's
 * records are in one partition, so threads share no state.
 */
public final class PlainLoop {
  private PlainLoop() {}

  public static void main(String[] args) {
    Twin.main(args, PlainLoop::run);
  }

  private static void run(TwinOptions options) throws Exception {
    List<TopicPartition> partitions =
        new TopicLookup(options.kafka().forClients()).input(options.inputTopic()).partitions();
    BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    try (Producer<byte[], byte[]> answers =
        new KafkaProducer<>(
            options.producers(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (List<TopicPartition> share : shares(partitions, options.parallelism())) {
        Thread loop = new Thread(new Loop(options, share, answers, failures), "loop " + share);
        loop.setDaemon(true);
        loop.start();
      }
      throw failures.take();
    }
  }

  /** Deals the partitions to at most this many loops, each of which gets at least one. */
  private static List<List<TopicPartition>> shares(List<TopicPartition> partitions, int most) {
    List<List<TopicPartition>> shares = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      if (i < most) {
        shares.add(new ArrayList<>());
      }
      shares.get(i % most).add(partitions.get(i));
    }
    return shares;
  }
}
