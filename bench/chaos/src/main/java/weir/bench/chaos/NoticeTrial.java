package weir.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.contract.AnswerReader;
import weir.contract.Damage;
import weir.contract.PostgresAnswers;
import weir.contract.ShortWindows;
import weir.contract.TopicContent;
import weir.contract.Written;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;
import weir.oracle.Answers;
import weir.oracle.NaiveBooks;
import weir.oracle.NoticeLetters;
import weir.oracle.Oracle;

/**
 * A job over a live log, one part of which is killed after other rules were announced and before
 * they are in force. The oracle judges the log and the notices as they finally stand in Kafka.
 *
 * @param rate how many payments there are a second
 */
record NoticeTrial(Path checkout, double rate, List<String> jobOptions) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How long payments go on after the new rules hold and the job is back. */
  private static final long AFTERWARDS_SECONDS = 15;

  private static final Absence MOMENT = new Absence(Duration.ZERO, Moment.NOTICE);

  /**
   * One limit changed, one rule for some users only that asks a list, one rule on trial, one rule
   * removed.
   */
  private static final String OTHER =
      """
      rules:
        - {id: dear, version: 2, kind: amount-over, severity: high, limit: 4500}
        - {id: often, version: 2, kind: count-in-window, severity: low, moreThan: 2, window: 40 s,
           rollout: 50 %, filter: {merchantIdNotIn: trusted}}
        - {id: places, version: 1, kind: distinct-places, severity: low, atLeast: 2, window: 50 s}
        - {id: travel, version: 2, kind: travel-speed, severity: high, mode: shadow,
           overKmh: 900, overKm: 100, window: 60 s}
        - {id: spend, version: 1, kind: total-in-windows, severity: low,
           limit: 3000, window: 30 s, every: 10 s}
      """;

  /** Kills something, and returns the damage. */
  Outcome run(TargetEngine engine, Fault fault, Path folder) throws Exception {
    try (Stage stage = Stage.live(folder, ShortWindows.RULES);
        Deployment job = engine.deploy(new JobJars(checkout, folder))) {
      Watchman watchman = new Watchman(job);
      double seconds;
      try (LiveFeed feed = new LiveFeed(stage.client(), stage.topic(), rate)) {
        job.start(options(stage));
        watchman.await(() -> stage.hasAlertSince(0), PATIENCE, "begins to answer");
        long inForce = announce(stage);
        if (System.currentTimeMillis() >= inForce) {
          throw new IllegalStateException(
              "the machine is too slow: the rules are in force already");
        }
        long struck = System.nanoTime();
        if (fault.isAroundTheJob()) {
          stage.takeAway(fault);
          stage.bringBack(fault);
          watchman.goOn();
        } else {
          job.strike(fault);
        }
        watchman.await(() -> stage.hasAlertSince(inForce + 1000), PATIENCE, "recovers");
        seconds = (System.nanoTime() - struck) / 1e9;
        TimeUnit.SECONDS.sleep(AFTERWARDS_SECONDS);
      }
      return outcome(engine, fault, stage, job, seconds, watchman.report());
    }
  }

  private List<String> options(Stage stage) {
    return Stream.concat(stage.options().stream(), jobOptions.stream())
        .filter(option -> !option.startsWith("--lake"))
        .toList();
  }

  /** Announces changes of lists and a book; returns the log time from which all of them hold. */
  private static long announce(Stage stage) throws ExecutionException, InterruptedException {
    Map<String, Object> config = new HashMap<>(stage.client());
    config.put("acks", "all");
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      send(producer, stage, list("trusted", IntStream.range(0, 10).mapToObj(i -> "shop-" + i)));
      send(
          producer,
          stage,
          list("snoozed", IntStream.range(0, LiveFeed.USERS / 2).mapToObj(i -> "dear/user-" + i)));
      long at = send(producer, stage, new Notice.Book("trial", "", null, OTHER));
      return at + ShortWindows.BOOK.charter().leadMillis();
    }
  }

  private static Notice list(String name, Stream<String> ids) {
    List<Member> members = ids.map(Member::of).toList();
    return new Notice.ListChange("trial", "", null, name, false, members, List.of());
  }

  private static long send(Producer<byte[], byte[]> producer, Stage stage, Notice notice)
      throws ExecutionException, InterruptedException {
    return producer
        .send(new ProducerRecord<>(stage.controlTopic(), 0, null, NoticeJson.write(notice)))
        .get()
        .timestamp();
  }

  private static Outcome outcome(
      TargetEngine engine, Fault fault, Stage stage, Deployment job, double seconds, String report)
      throws Exception {
    List<LogRecord> log = records(stage, stage.topic());
    List<LogRecord> control = records(stage, stage.controlTopic());
    NaiveBooks books = NaiveBooks.of(control);
    Oracle.Truth truth = Oracle.truth(books, stage.topic(), log, List.of());
    Answers answers = truth.answers();
    SortedMap<String, String> verdicts = truth.verdicts();
    checkThatRulesChanged(answers);
    SortedMap<String, String> letters = new TreeMap<>(answers.deadLetters());
    letters.putAll(NoticeLetters.of(stage.controlTopic(), control));
    Answers topic = new Answers(answers.alerts(), letters);
    try (AnswerReader reader = new AnswerReader(stage.client(), stage.places().topics());
        PostgresAnswers stored = stage.stored()) {
      reader.await(topic, job, PATIENCE);
      stored.await(answers, verdicts, job, PATIENCE);
      Damage damage =
          Damage.between(
              written(topic, topic, answers, verdicts),
              written(reader.answers(), reader.compacted(), stored.answers(), stored.verdicts()));
      return new Outcome(engine.label(), fault, MOMENT, damage, reader.repeated(), seconds, report);
    }
  }

  /** The answers without a lake. */
  private static Written written(
      Answers topic, Answers compacted, Answers database, SortedMap<String, String> verdicts) {
    return new Written(
        topic, compacted, database, verdicts, Map.of(), new TreeMap<>(), new TreeMap<>());
  }

  private static void checkThatRulesChanged(Answers answers) {
    for (String part :
        List.of(
            "\"book\":1,",
            "\"book\":2,",
            "\"snoozed\"",
            "\"shadow\"",
            "\"often\",\"ruleVersion\":2")) {
      if (answers.alerts().values().stream().noneMatch(alert -> alert.contains(part))) {
        throw new IllegalStateException("the trial shows nothing: no alert with " + part);
      }
    }
  }

  private static List<LogRecord> records(Stage stage, String topic) {
    return TopicContent.read(stage.client(), List.of(topic)).stream()
        .map(
            record ->
                new LogRecord(
                    new LogPosition(record.partition(), record.offset(), record.timestamp()),
                    payload(record.key()),
                    payload(record.value())))
        .toList();
  }

  private static @Nullable Payload payload(byte @Nullable [] bytes) {
    return bytes == null ? null : new Payload(bytes);
  }
}
