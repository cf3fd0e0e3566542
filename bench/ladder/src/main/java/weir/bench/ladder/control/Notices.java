package weir.bench.ladder.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.log.SimulatedBacklog;
import weir.book.RuleBookReader;
import weir.local.Topics;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/**
 * A control topic with announcements: books before and after the log, a list that a rule asks about
 * every payment, and changes of that list while the log goes on. The books are the one that looks
 * at users alone, with that rule. Nobody who pays is on the list, so that the answers stay the
 * same.
 *
 * @param name what the topic's name begins with, behind the log's
 * @param books how many books are in force one after the other before the log begins; as many more
 *     are announced for the time after its end
 * @param changes how often the list changes while the log is written
 * @param members how long the list is
 */
record Notices(String name, int books, int changes, int members) {
  /** The rule without a filter, and what is added to it. */
  private static final String RULE = "    limit: 9000\n";

  private static final String ASKING = "    filter:\n      userIdNotIn: [many]\n";

  private static final int IN_ONE_NOTICE = 10_000;

  /** The name of the control topic for a log. */
  String topic(Backlog backlog) {
    return backlog.topic() + "-" + name + ".control";
  }

  /** Announces everything for a log with this end. */
  void announce(Map<String, Object> client, Backlog backlog, long end) {
    String log = backlog.topic() + "-" + name;
    new Topics(log, log + "-alerts", log + "-dead", 1, false).createControl(client);
    Map<String, Object> config = new HashMap<>(client);
    config.put("acks", "all");
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent =
          notices(end).stream().map(each -> producer.send(record(topic(backlog), each))).toList();
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a notice cannot be written", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while notices were written", stopped);
    }
  }

  private record Announcement(long time, Notice notice) {}

  private List<Announcement> notices(long end) {
    long start = SimulatedBacklog.START.toEpochMilli();
    String text = book();
    List<Announcement> all = new ArrayList<>();
    for (int i = 0; i < books; i++) {
      all.add(new Announcement(start - 3_600_000 + i, new Notice.Book("bench", "", null, text)));
    }
    for (int i = 0; i < books; i++) {
      long later = end + 3_600_000L * (i + 1);
      all.add(new Announcement(start - 1_800_000 + i, new Notice.Book("bench", "", later, text)));
    }
    for (int from = 0; from < members; from += IN_ONE_NOTICE) {
      List<Member> some =
          IntStream.range(from, Math.min(members, from + IN_ONE_NOTICE))
              .mapToObj(i -> Member.of("user-that-never-pays-" + i))
              .toList();
      all.add(new Announcement(start - 900_000, change(some)));
    }
    for (int i = 0; i < changes; i++) {
      long time = start + (end - start) * i / changes;
      all.add(new Announcement(time, change(List.of(Member.of("another-user-" + i)))));
    }
    return all;
  }

  private static String book() {
    String text = RuleBookReader.textOfUsers();
    if (!text.contains(RULE)) {
      throw new IllegalStateException("the book of users has no rule with " + RULE.strip());
    }
    return text.replace(RULE, RULE + ASKING);
  }

  private static Notice change(List<Member> add) {
    return new Notice.ListChange("bench", "", null, "many", false, add, List.of());
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, Announcement each) {
    return new ProducerRecord<>(topic, 0, each.time(), null, NoticeJson.write(each.notice()));
  }
}
