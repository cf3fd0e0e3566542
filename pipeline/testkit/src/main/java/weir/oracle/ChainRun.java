package weir.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import weir.book.Charter;
import weir.form.AlertJson;
import weir.history.History;
import weir.judge.Acceptance;
import weir.judge.AtKey;
import weir.judge.Hearing;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.judge.NewAnswers;
import weir.judge.UserJudge;
import weir.keys.Keys;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.Label;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.model.TowardsTotal;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.oracle.Shuffle.Channel;
import weir.oracle.Shuffle.Origin;
import weir.oracle.Shuffle.Parcel;
import weir.walk.RunningTotals;

/**
 * The judgement as engines run it, on a log of several partitions: they are read at drifting
 * speeds, shuffles keep an order only between one sender and one receiver, keys take what came in
 * batches, and offsets are committed late. What happens next is drawn at random.
 */
public final class ChainRun {
  private static final double COMMITS = 0.1;
  private static final double READS_FAST = 0.4;
  private static final double READS_SLOWLY = 0.01;
  private static final int MOST_AT_ONCE = 4;

  /**
   * What is settled for all runs on one log.
   *
   * @param labelsFrom the first partition of the log that holds labels
   */
  public record Setting(
      Charter charter,
      Announcements announcements,
      String topic,
      boolean verdicts,
      int labelsFrom) {

    /** Without labels. */
    public Setting(Charter charter, Announcements announcements, String topic, boolean verdicts) {
      this(charter, announcements, topic, verdicts, Integer.MAX_VALUE);
    }
  }

  /** A user, or a value of a key. */
  private record Place(int key, String value) {}

  private final Setting setting;
  private final ReadLog log;
  private final Merged merged = new Merged();
  private final NewAnswers novelty;

  /** Of each partition the offset before which others have read, whose state is lost. */
  private Map<Integer, Long> readBefore;

  private final long seed;
  private final Random random;

  /** How often it reads on while something waits: seldom, and it keeps up; often, and it lags. */
  private final double reads;

  private final Acceptance acceptance;
  private final Hearing hearing;
  private final UserJudge userJudge;
  private final List<KeyJudge> keyJudges = new ArrayList<>();
  private final Keys keys;
  private final RunningTotals totals;
  private final Shuffle<Accepted> toUsers = new Shuffle<>();
  private final Shuffle<Object> toKeys = new Shuffle<>();
  private final Map<String, History> users = new HashMap<>();
  private final Map<Place, KeyHistory> histories = new HashMap<>();
  private int steps;

  /** How many steps were made before the checkpoint. */
  private int checkpoint;

  private int revised;
  private int forgotten;

  private ChainRun(
      Setting setting,
      List<List<LogRecord>> partitions,
      NewAnswers novelty,
      Map<Integer, Long> readBefore,
      long seed) {
    this.setting = setting;
    this.novelty = novelty;
    this.readBefore = readBefore;
    this.seed = seed;
    this.random = new Random(seed);
    this.reads = random.nextBoolean() ? READS_FAST : READS_SLOWLY;
    this.log = new ReadLog(partitions, random);
    Charter charter = setting.charter();
    this.acceptance = Acceptance.of(charter);
    this.hearing = Hearing.of(charter);
    this.userJudge = new UserJudge(charter, setting.announcements(), setting.verdicts());
    this.keys = Keys.of(charter);
    for (int key = 0; key < keys.size(); key++) {
      keyJudges.add(
          new KeyJudge(
              key,
              charter,
              setting.announcements(),
              setting.verdicts(),
              /* worthForgetting= */ 1 + random.nextInt(3)));
    }
    this.totals = new RunningTotals(setting.announcements());
  }

  /** A run on a log from its beginning, which is still to be made. */
  public static ChainRun of(Setting setting, List<List<LogRecord>> partitions, long seed) {
    return new ChainRun(setting, partitions, NewAnswers.ALL, Map.of(), seed);
  }

  /**
   * A run after this one, which ended somewhere. It has no state, begins far enough before what
   * this one committed, and is silent about what was final by then.
   */
  public ChainRun begunAnew(long seed) {
    Map<Integer, Long> offsets = new HashMap<>();
    long newFrom = Long.MAX_VALUE;
    for (LogPosition each : log.uncommitted()) {
      offsets.put(each.partition(), each.offset());
      newFrom = Math.min(newFrom, each.time());
    }
    Charter charter = setting.charter();
    return new ChainRun(
        setting,
        log.since(newFrom - charter.rewindMillis()),
        new NewAnswers(newFrom, charter.allowedLatenessMillis(), Map.of(setting.topic(), offsets)),
        log.readBefore(),
        seed);
  }

  /**
   * A run of the same engine after it lost this one. It goes on from the checkpoint, and reads
   * again what this one had read since then.
   */
  public ChainRun recovered(long seed) {
    ChainRun then = new ChainRun(setting, log.partitions(), novelty, readBefore, this.seed);
    then.upTo(checkpoint).checkpoint();
    then.readBefore = log.readBefore();
    then.random.setSeed(seed);
    return then;
  }

  /** What was read is worked off to the end, and the engine keeps where it is. */
  public ChainRun checkpoint() {
    checkpoint = steps;
    while (waiting() > 0) {
      work(random.nextInt(waiting()));
    }
    return this;
  }

  /** Does all that there is to do, and returns the merged answers. */
  public Merged toTheEnd() {
    return upTo(Integer.MAX_VALUE).said();
  }

  /** Does that many steps at most. */
  public ChainRun upTo(int most) {
    boolean goesOn = true;
    while (goesOn && steps < most) {
      goesOn = step();
    }
    return this;
  }

  /** What it has said so far, merged. */
  public Merged said() {
    return merged;
  }

  /** How many records of the log a run does not read that was begun anew. */
  public long begins() {
    return log.begins();
  }

  /** How many steps were made. */
  public int steps() {
    return steps;
  }

  /** How many dossiers took the place of one that was known. */
  public int revised() {
    return revised;
  }

  /** How many transactions keys have folded or forgotten. */
  public int forgotten() {
    return forgotten;
  }

  private boolean step() {
    steps++;
    if (random.nextDouble() < COMMITS) {
      log.commit();
    }
    List<Integer> open = log.open();
    int waiting = waiting();
    if (!open.isEmpty() && (waiting == 0 || random.nextDouble() < reads)) {
      read(log.next(open));
    } else if (waiting > 0) {
      work(random.nextInt(waiting));
    }
    return !open.isEmpty() || waiting > 0;
  }

  private int waiting() {
    return toUsers.channels().size() + toKeys.channels().size();
  }

  private void read(Origin origin) {
    if (origin.partition() >= setting.labelsFrom()) {
      hear(origin);
      return;
    }
    acceptance
        .examine(stamped(log.record(origin)))
        .match(
            accepted -> {
              Place to = new Place(Keys.USER, accepted.transaction().userId());
              log.begun(Set.of(origin));
              toUsers.send(
                  new Channel(origin.partition(), to), new Parcel<>(accepted, Set.of(origin)));
            },
            this::deadLetter);
  }

  private void hear(Origin origin) {
    hearing.examine(
        stamped(log.record(origin)),
        new Hearing.Cases() {
          @Override
          public void heard(Label label) {
            for (int key = 0; hearing.matters(label) && key < keys.size(); key++) {
              String value = label.keys().get(key);
              if (value != null) {
                log.begun(Set.of(origin));
                toKeys.send(
                    new Channel(origin.partition(), new Place(key, value)),
                    new Parcel<>(label, Set.of(origin)));
              }
            }
          }

          @Override
          public void rejected(Rejected rejected) {
            // A label that is not heard is as good as none.
          }
        });
  }

  private LogRecord stamped(LogRecord record) {
    LogPosition position = record.position();
    boolean again = position.offset() < readBefore.getOrDefault(position.partition(), 0L);
    return new LogRecord(position, record.key(), record.value(), again);
  }

  private void work(int channel) {
    List<Channel> ofUsers = toUsers.channels();
    if (channel < ofUsers.size()) {
      Parcel<Accepted> parcel = toUsers.next(ofUsers.get(channel));
      judgeUser(parcel);
      log.done(parcel.origins());
    } else {
      Object to = toKeys.channels().get(channel - ofUsers.size()).to();
      List<Parcel<Object>> batch = new ArrayList<>();
      for (int most = 1 + random.nextInt(MOST_AT_ONCE); most > 0; most--) {
        List<Channel> waiting = toKeys.to(to);
        if (!waiting.isEmpty()) {
          batch.add(toKeys.next(waiting.get(random.nextInt(waiting.size()))));
        }
      }
      judgeKey((Place) to, batch);
      batch.forEach(each -> log.done(each.origins()));
    }
  }

  private void judgeUser(Parcel<Accepted> parcel) {
    String user = parcel.content().transaction().userId();
    UserJudge.Outcome outcome =
        userJudge.judge(users.getOrDefault(user, History.empty()), parcel.content());
    users.put(user, outcome.history());
    take(new Place(Keys.USER, user), outcome.judgements(), parcel.origins());
  }

  private void judgeKey(Place at, List<Parcel<Object>> batch) {
    KeyHistory before = histories.getOrDefault(at, KeyHistory.EMPTY);
    List<Dossier> came = new ArrayList<>();
    Set<Origin> origins = new LinkedHashSet<>();
    List<Label> labels = new ArrayList<>();
    for (Parcel<Object> each : batch) {
      if (each.content() instanceof Label label) {
        labels.add(label);
      } else {
        came.add((Dossier) each.content());
      }
      origins.addAll(each.origins());
    }
    Collections.shuffle(came, random);
    Collections.shuffle(labels, random);
    KeyJudge.Outcome outcome =
        keyJudges.get(at.key()).judge(before, new AtKey(came, labels), log.floor());
    histories.put(at, outcome.history());
    count(before.transactions().history(), came, outcome.history().transactions().history());
    take(at, outcome.judgements(), origins);
  }

  private void count(History before, List<Dossier> came, History after) {
    int expected = before.size();
    for (Dossier each : came) {
      int place = before.find(each.transaction());
      expected += place < 0 ? 1 : 0;
      revised += place >= 0 && before.dossier(place).seen() < each.seen() ? 1 : 0;
    }
    forgotten += Math.max(0, expected - after.size());
  }

  private void take(Place from, List<Judgement> judgements, Set<Origin> origins) {
    for (Judgement judgement : judgements) {
      judgement.match(
          new Judgement.Cases<RuntimeException>() {
            @Override
            public void alert(Alert alert) {
              say(alert);
            }

            @Override
            public void verdict(Verdict verdict) {
              if (novelty.isNew(verdict)) {
                merged.verdict(verdict);
              }
            }

            @Override
            public void towardsTotal(TowardsTotal counted) {
              totals.spend(counted).forEach(ChainRun.this::say);
            }

            @Override
            public void rejected(Rejected conflict) {
              deadLetter(conflict);
            }

            @Override
            public void dossier(Dossier dossier) {
              int key = dossier.nextKey();
              String value = Objects.requireNonNull(keys.value(key, dossier.transaction()));
              log.begun(origins);
              toKeys.send(new Channel(from, new Place(key, value)), new Parcel<>(dossier, origins));
            }
          });
    }
  }

  private void say(Alert alert) {
    if (novelty.isNew(alert)) {
      merged.alert(AlertJson.write(alert));
    }
  }

  private void deadLetter(Rejected rejected) {
    if (novelty.isNew(new DeadLetter(setting.topic(), rejected))) {
      merged.deadLetter(
          setting.topic()
              + "-"
              + rejected.position().partition()
              + "-"
              + rejected.position().offset(),
          RejectedJson.write(rejected, setting.topic()));
    }
  }
}
