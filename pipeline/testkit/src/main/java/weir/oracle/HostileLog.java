package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.book.RuleBookReader;
import weir.form.TransactionJson;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Transaction;

/**
 * A log as bad as real ones: out of order, with duplicates that agree and duplicates that conflict,
 * with late, early and malformed records, and with everything exactly at a limit and just over it.
 * The same seed gives the same bytes.
 */
public final class HostileLog {
  /** The first of March 2026, midnight UTC. */
  public static final long START = 1_772_323_200_000L;

  private static final int PROMPT = 150;

  private final HostileSettings settings;
  private final SplittableRandom random;
  private final List<Unsent> unsent = new ArrayList<>();
  private final HostileUsers people;
  private final HostileScenes scenes;

  /** A record with a log time, but without an offset yet. */
  private record Unsent(
      long logTime, int number, int partition, @Nullable Payload key, @Nullable Payload value) {}

  private HostileLog(long seed, HostileSettings settings) {
    this.settings = settings;
    this.random = new SplittableRandom(seed);
    this.people = new HostileUsers(random);
    this.scenes = new HostileScenes(people, random, settings.latenessMillis());
  }

  /** Makes a log that touches every limit of the rules about users that ship with Weir. */
  public static List<LogRecord> generate(
      long seed, int users, int partitions, int transactions, int meanGapMillis) {
    return generate(
        seed,
        HostileSettings.of(
            RuleBookReader.readOfUsers(), users, partitions, transactions, meanGapMillis));
  }

  /** Makes a log: the records of each partition in their order, one partition after the other. */
  public static List<LogRecord> generate(long seed, HostileSettings settings) {
    HostileLog log = new HostileLog(seed, settings);
    log.fill();
    return log.inLogOrder();
  }

  private void fill() {
    long time = START;
    int third = Math.max(1, settings.transactions() / 3);
    boolean stormy = false;
    int made = 0;
    while (made < settings.transactions()) {
      boolean storm = !stormy && made > settings.transactions() / 4;
      stormy |= storm;
      List<HostileScenes.Payment> payments =
          storm
              ? scenes.storm(Math.min(300, settings.transactions() / 10), time)
              : scenes.next(user(), time);
      for (HostileScenes.Payment payment : payments) {
        send(payment, made < third);
        time += random.nextInt(2 * settings.meanGapMillis() + 1);
        if (++made % third == 0 && made < settings.transactions() - third / 2) {
          time += settings.pauseMillis();
        }
      }
    }
  }

  /** A few users are busy, so that their windows are full. */
  private int user() {
    int busy = Math.max(1, settings.users() / 10);
    return random.nextInt(random.nextInt(3) == 0 ? busy : settings.users());
  }

  private void send(HostileScenes.Payment payment, boolean early) {
    Transaction tx = payment.transaction();
    if (isOneOf(settings.ties())) {
      tx = people.at(tx, tx.time() / 1000 * 1000);
    }
    Long delay = payment.delay();
    send(tx, tx.time() + (delay == null ? delay() : delay));
    int sort = random.nextInt(1000);
    if ((sort -= settings.repeated()) < 0) {
      boolean soon = random.nextBoolean();
      long lateness = settings.latenessMillis();
      send(tx, tx.time() + (soon ? upTo(2000) : lateness - upTo(Math.min(2000, lateness))));
    } else if ((sort -= settings.contradicted()) < 0) {
      long shift = random.nextBoolean() ? 0 : 1 + upTo(settings.latenessMillis() * 3 / 2);
      Transaction other = people.contradict(tx, shift);
      send(other, other.time() + upTo(settings.latenessMillis()));
    } else if ((sort -= settings.reused()) < 0 && early) {
      // The id is known for the last millisecond, forgotten for the first, or long forgotten.
      long[] after = {0, 1, upTo(3_600_000)};
      long again = tx.time() + settings.idMemoryMillis() + after[random.nextInt(after.length)];
      send(people.contradict(tx, again - tx.time()), again);
    } else if ((sort -= settings.notAccepted()) < 0) {
      long over = 1 + (random.nextBoolean() ? 0 : upTo(100_000));
      boolean late = random.nextBoolean();
      Transaction bad = people.renamed(tx, tx.id() + (late ? "-late" : "-early"));
      send(
          bad,
          tx.time() + (late ? settings.latenessMillis() + over : -settings.skewMillis() - over));
    } else if (sort < settings.malformed()) {
      byte[] junk = HostileBytes.malformed(tx, random);
      add(tx, tx.time() + upTo(1000), junk == null ? null : new Payload(junk));
    }
  }

  /** The delay with which a transaction reaches the log, always within what is accepted. */
  private long delay() {
    if (isOneOf(settings.edges())) {
      return random.nextBoolean() ? settings.latenessMillis() : -settings.skewMillis();
    }
    if (isOneOf(settings.outOfOrder())) {
      return random.nextInt(4) == 0
          ? -upTo(settings.skewMillis())
          : upTo(settings.latenessMillis());
    }
    return upTo(Math.min(PROMPT, settings.latenessMillis()));
  }

  private boolean isOneOf(int thousandths) {
    return random.nextInt(1000) < thousandths;
  }

  private long upTo(long most) {
    return random.nextLong(most + 1);
  }

  private void send(Transaction tx, long logTime) {
    boolean plain = random.nextInt(8) != 0;
    byte[] json = plain ? TransactionJson.write(tx) : HostileBytes.otherwise(tx, random);
    add(tx, logTime, new Payload(json));
  }

  private void add(Transaction tx, long logTime, @Nullable Payload value) {
    byte[] key = tx.userId().getBytes(StandardCharsets.UTF_8);
    int partition = Math.floorMod(tx.userId().hashCode(), settings.partitions());
    unsent.add(new Unsent(logTime, unsent.size(), partition, new Payload(key), value));
  }

  private List<LogRecord> inLogOrder() {
    unsent.sort(
        Comparator.comparing(Unsent::partition)
            .thenComparing(Unsent::logTime)
            .thenComparing(Unsent::number));
    long[] ends = new long[settings.partitions()];
    List<LogRecord> log = new ArrayList<>();
    for (Unsent each : unsent) {
      int partition = each.partition();
      LogPosition position = new LogPosition(partition, ends[partition]++, each.logTime());
      log.add(new LogRecord(position, each.key(), each.value()));
    }
    return log;
  }
}
