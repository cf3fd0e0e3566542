package weir.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.model.FiredRule;
import weir.model.Verdict;

/**
 * Merges the output of a run as every reader must, whatever its order and however often it repeats:
 * of the records of one alert, the one that has seen most stands.
 */
public final class Merged {
  /** All records of each alert, by how much they had seen. */
  private final Map<String, SortedMap<Long, Said>> alerts = new HashMap<>();

  private final Map<String, Said> last = new HashMap<>();
  private final Map<String, Alert.Mode> modes = new HashMap<>();
  private final Map<String, SortedMap<Long, String>> verdicts = new HashMap<>();
  private final SortedMap<String, String> deadLetters = new TreeMap<>();
  private long raw;
  private long superseded;
  private long withdrawn;
  private long repeated;

  private record Said(String json, boolean raised) {}

  private final boolean ofAttempts;

  /** Of one run that nothing disturbs: two that have seen the same must say the same. */
  public Merged() {
    this(/* ofAttempts= */ false);
  }

  private Merged(boolean ofAttempts) {
    this.ofAttempts = ofAttempts;
  }

  /**
   * Of a job that may be killed at work. At a key, the next attempt may hear of things in another
   * order. Until it has heard of all, it may say something else and have seen as much; what stands
   * at last is compared with the oracle all the same.
   */
  public static Merged ofAttempts() {
    return new Merged(/* ofAttempts= */ true);
  }

  /** Takes the JSON of an alert. */
  public void alert(byte[] json) {
    Alert alert = read(json);
    Said said = new Said(new String(json, StandardCharsets.UTF_8), alert.isRaised());
    raw++;
    // Of a total, the newest payment decides, and that may change.
    if (alert.transactionId() != null
        && modes.computeIfAbsent(alert.id(), id -> alert.mode()) != alert.mode()) {
      throw new AssertionError("an alert about a transaction has changed its mode: " + said.json());
    }
    last.put(alert.id(), said);
    SortedMap<Long, Said> before = alerts.computeIfAbsent(alert.id(), id -> new TreeMap<>());
    boolean first = before.isEmpty();
    Said known = before.putIfAbsent(alert.seen(), said);
    if (known == null) {
      superseded += first ? 0 : 1;
      withdrawn += alert.isRaised() ? 0 : 1;
    } else if (ofAttempts || known.equals(said)) {
      repeated++;
    } else {
      throw new AssertionError(
          "two judgements have seen the same and differ:\n" + known.json() + "\n" + said.json());
    }
  }

  /** Takes a verdict; two that have seen the same must say the same. */
  public void verdict(Verdict verdict) {
    String text =
        VerdictText.of(
            verdict.transaction(),
            verdict.fired().stream().map(FiredRule::id).toList(),
            verdict.fired().stream().map(FiredRule::severity).toList(),
            verdict.score(),
            verdict.book(),
            verdict.seen());
    verdicts
        .computeIfAbsent(VerdictText.key(verdict.transaction()), key -> new TreeMap<>())
        .merge(verdict.seen(), text, Merged::same);
  }

  /** The standing verdict of each transaction. */
  public SortedMap<String, String> verdicts() {
    SortedMap<String, String> standing = new TreeMap<>();
    verdicts.forEach((key, said) -> standing.put(key, String.valueOf(said.get(said.lastKey()))));
    return standing;
  }

  /** Takes the JSON of a dead letter; two dead letters of one record must say the same. */
  public void deadLetter(String key, byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    deadLetters.merge(key, text, Merged::same);
  }

  /** The standing alerts and the dead letters. */
  public Answers answers() {
    SortedMap<String, String> standing = new TreeMap<>();
    alerts.forEach(
        (id, said) ->
            said.values().stream()
                .reduce((less, more) -> more)
                .ifPresent(most -> putIfRaised(id, most, standing)));
    return new Answers(standing, deadLetters);
  }

  /** What a compacted topic keeps: the last record of each key, without any merging. */
  public Answers compacted() {
    SortedMap<String, String> kept = new TreeMap<>();
    last.forEach((id, said) -> putIfRaised(id, said, kept));
    return new Answers(kept, deadLetters);
  }

  private static void putIfRaised(String id, Said said, SortedMap<String, String> alerts) {
    if (said.raised()) {
      alerts.put(id, said.json());
    }
  }

  /**
   * What stands after two runs. At a key, a run after another one may hear of things in another
   * order: until it has heard of all, it may say something else and have seen as much. What has
   * seen most must be the same, up to why something was withdrawn.
   */
  public Merged followedBy(Merged second) {
    Merged both = new Merged();
    for (Merged each : List.of(this, second)) {
      each.alerts.forEach(
          (id, said) ->
              both.alerts
                  .computeIfAbsent(id, any -> new TreeMap<>())
                  .merge(said.lastKey(), last(said), Merged::same));
      each.verdicts.forEach(
          (key, said) ->
              both.verdicts
                  .computeIfAbsent(key, any -> new TreeMap<>())
                  .merge(said.lastKey(), last(said), Merged::same));
      each.deadLetters.forEach((key, json) -> both.deadLetters.merge(key, json, Merged::same));
    }
    return both;
  }

  private static <T> T last(SortedMap<Long, T> said) {
    return Objects.requireNonNull(said.get(said.lastKey()));
  }

  private static Said same(Said known, Said other) {
    if (known.raised() || other.raised()) {
      same(known.json(), other.json());
    }
    return known;
  }

  private static String same(String known, String other) {
    if (!known.equals(other)) {
      throw new AssertionError(
          "two answers have seen the same and differ:\n" + known + "\n" + other);
    }
    return known;
  }

  /** How many records of alerts were taken. */
  public long raw() {
    return raw;
  }

  /** How many records said something new about an alert that was already known. */
  public long superseded() {
    return superseded;
  }

  /** How many records repeated a known one. */
  public long repeated() {
    return repeated;
  }

  /** How many records took an alert back. */
  public long withdrawn() {
    return withdrawn;
  }

  private static Alert read(byte[] json) {
    try {
      return AlertJson.read(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
