package weir.kafka.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.kafka.KafkaSettings;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.notice.Announced;
import weir.notice.Books;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/** How a process hears of books in time. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowerTest {
  private static final long LEAD_MILLIS = 6000;

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());

  @AfterAll
  void stopKafka() throws Exception {
    kafka.close();
  }

  private ControlTopic made(String name) {
    ControlTopic topic = new ControlTopic(client, name);
    topic.ensure(true);
    Topics.createOther(client, name + "-dead");
    announce(topic, 1);
    return topic;
  }

  private static void announce(ControlTopic topic, int number) {
    topic.announce(new Notice.Book("ann", "", null, text(number)));
  }

  private static String text(int number) {
    return String.format(
        """
        allowedLateness: 3 s
        allowedClockSkew: 1 s
        lead: 6 s
        rules:
          - {id: dear, version: %d, kind: amount-over, severity: low, limit: %d}
        """,
        number, number);
  }

  private static Announced newest(ControlTopic topic) {
    List<Announced> all = topic.read().books().all();
    return all.get(all.size() - 1);
  }

  private FollowedTopic live(String name, Duration patience) {
    return followed(name, FollowedTopic.LIVE, patience, kafka.bootstrapServers());
  }

  private static FollowedTopic followed(
      String name, long end, Duration patience, String bootstrapServers) {
    KafkaSettings settings = new KafkaSettings(bootstrapServers, "group", Map.of(), patience);
    return new FollowedTopic(settings, name, LEAD_MILLIS, 0, end, name + "-dead");
  }

  private static Follower follower(FollowedTopic topic, LongSupplier clock) {
    return new Follower(topic, clock, Duration.ofSeconds(2));
  }

  private static List<Thread> readers(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.isAlive() && each.getName().equals("weir-control-" + name))
        .toList();
  }

  /** It knew the topic just before the notice came: what it knows until then is not enough. */
  @ParameterizedTest
  @ValueSource(longs = {-2000, 0, 2000})
  void aClockThatIsOffMissesNothing(long offMillis) {
    String name = "off" + offMillis;
    ControlTopic topic = made(name);
    Follower follower =
        follower(live(name, Duration.ofMinutes(1)), () -> System.currentTimeMillis() + offMillis);
    long first = newest(topic).at();
    assertThat(follower.knownAt(first).all()).hasSize(1);
    announce(topic, 2);
    Announced second = newest(topic);
    Books books = follower.knownAt(second.inForceFrom());
    assertThat(books.inForceAt(second.inForceFrom()).number()).isEqualTo(2);
  }

  /** A notice of the very moment until which all is known may still come. */
  @Test
  void untilATimeIsWithoutIt() throws Exception {
    new ControlTopic(client, "moment").ensure(false);
    Topics.createOther(client, "moment-dead");
    long moment = System.currentTimeMillis();
    write("moment", moment - 60_000, 1);
    AtomicLong clock = new AtomicLong(moment + LEAD_MILLIS / 2);
    Follower follower = follower(live("moment", Duration.ofMinutes(1)), clock::get);
    assertThat(follower.knownAt(moment).all()).hasSize(1);
    write("moment", moment, 2);
    long from = moment + LEAD_MILLIS;
    List<Books> heard = new CopyOnWriteArrayList<>();
    Thread asking = new Thread(() -> heard.add(follower.knownAt(from)));
    asking.start();
    asking.join(200);
    assertThat(heard).as("what is known without the notice").isEmpty();
    clock.incrementAndGet();
    asking.join(Duration.ofMinutes(1).toMillis());
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).inForceAt(from).number()).isEqualTo(2);
  }

  private void write(String name, long time, int number) throws Exception {
    byte[] json = NoticeJson.write(new Notice.Book("ann", "", null, text(number)));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(name, 0, time, null, json)).get();
    }
  }

  @Test
  void aReplayIsReadToItsEndOnce() throws Exception {
    ControlTopic topic = made("replay");
    announce(topic, 2);
    Follower follower =
        follower(
            followed("replay", 1, Duration.ofMinutes(1), kafka.bootstrapServers()),
            System::currentTimeMillis);
    assertThat(follower.knownAt(Long.MAX_VALUE).all()).as("what came after its end").hasSize(1);
    awaitReaders("replay", 0);
    assertThat(follower.knownAt(Long.MAX_VALUE).all()).hasSize(1);
  }

  @Test
  void aProcessHasOneReader() throws Exception {
    made("one");
    FollowedTopic topic = live("one", Duration.ofMinutes(1));
    assertThat(Follower.of(topic)).isSameAs(Follower.of(live("one", Duration.ofMinutes(1))));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Books>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        all.add(pool.submit(() -> topic.announcements().knownAt(System.currentTimeMillis())));
      }
      for (Future<Books> each : all) {
        assertThat(each.get(1, TimeUnit.MINUTES).all()).hasSize(1);
      }
      assertThat(readers("one")).hasSize(1).allMatch(Thread::isDaemon);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void itEndsWhenNobodyAsksAndBeginsAgain() throws Exception {
    ControlTopic topic = made("pause");
    Follower follower = follower(live("pause", Duration.ofMinutes(1)), System::currentTimeMillis);
    assertThat(follower.knownAt(System.currentTimeMillis()).all()).hasSize(1);
    awaitReaders("pause", 0);
    announce(topic, 2);
    long from = newest(topic).inForceFrom();
    assertThat(follower.knownAt(from).inForceAt(from).number()).isEqualTo(2);
    assertThat(readers("pause")).hasSize(1);
  }

  @Test
  void aKafkaThatIsAwayIsWaitedForAndThenGivenUp() throws Exception {
    LocalKafka going = LocalKafka.start();
    Map<String, Object> there = Map.of("bootstrap.servers", going.bootstrapServers());
    ControlTopic topic = new ControlTopic(there, "away");
    topic.ensure(true);
    announce(topic, 1);
    Duration patience = Duration.ofSeconds(8);
    Follower follower =
        follower(
            followed("away", FollowedTopic.LIVE, patience, going.bootstrapServers()),
            System::currentTimeMillis);
    long known = System.currentTimeMillis();
    assertThat(follower.knownAt(known).all()).hasSize(1);
    going.close();
    long begin = System.nanoTime();
    assertThat(follower.knownAt(known).all()).as("what is known needs no Kafka").hasSize(1);
    assertThatThrownBy(() -> follower.knownAt(System.currentTimeMillis() + LEAD_MILLIS))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "gave up: Kafka at "
                + going.bootstrapServers()
                + " did not answer for 8 s (--patience)");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(patience);
  }

  /** A worker waits meanwhile, and hears what was announced before Kafka went. */
  @Test
  void aKafkaThatComesBackIsHeard(@TempDir Path folder) throws Exception {
    LocalKafka going = LocalKafka.start(0, Optional.of(folder));
    int port = Integer.parseInt(going.bootstrapServers().replaceFirst(".*:", ""));
    ControlTopic topic =
        new ControlTopic(Map.of("bootstrap.servers", going.bootstrapServers()), "back");
    topic.ensure(true);
    announce(topic, 1);
    Follower follower =
        follower(
            followed("back", FollowedTopic.LIVE, Duration.ofMinutes(2), going.bootstrapServers()),
            System::currentTimeMillis);
    assertThat(follower.knownAt(System.currentTimeMillis()).all()).hasSize(1);
    announce(topic, 2);
    long from = newest(topic).inForceFrom();
    going.close();
    List<Books> heard = new CopyOnWriteArrayList<>();
    Thread asking = new Thread(() -> heard.add(follower.knownAt(from + LEAD_MILLIS)));
    asking.start();
    asking.join(3000);
    assertThat(heard).as("what is known while Kafka is away").isEmpty();
    try (LocalKafka back = LocalKafka.start(port, Optional.of(folder))) {
      asking.join(Duration.ofMinutes(1).toMillis());
      assertThat(heard).as(back.bootstrapServers()).hasSize(1);
      assertThat(heard.get(0).inForceAt(from).number()).isEqualTo(2);
    }
  }

  /** Each is counted once, however often the topic is read. */
  @Test
  void refusedNoticesAreCounted() throws Exception {
    ControlTopic topic = made("refused");
    Follower follower = follower(live("refused", Duration.ofMinutes(1)), System::currentTimeMillis);
    follower.knownAt(System.currentTimeMillis());
    assertThat(follower.refused()).isZero();
    announceNoBook(topic);
    announceNoBook(topic);
    follower.knownAt(System.currentTimeMillis() + LEAD_MILLIS);
    assertThat(follower.refused()).isEqualTo(2);
  }

  private static void announceNoBook(ControlTopic topic) {
    topic.announce(new Notice.Book("mallory", "", null, "no rules"));
  }

  private static void awaitReaders(String name, int many) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (readers(name).size() != many && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    assertThat(readers(name)).hasSize(many);
  }
}
