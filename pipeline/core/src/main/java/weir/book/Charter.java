package weir.book;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.fields.RecordLayout;
import weir.files.Durations;

/**
 * What stays when rules change: what is accepted, what is a duplicate, and how long histories are
 * kept. Each book of a control topic has the charter of the first.
 *
 * @param horizonMillis how far back from a transaction a rule may look. What is a duplicate, how
 *     long histories are kept and how many transactions a verdict has seen follow from it, and not
 *     from the rules: they may change within it
 * @param allowedLatenessMillis how much later than its event time a record may reach the log
 * @param allowedClockSkewMillis how far ahead of the log an event time may be
 * @param leadMillis how long after it is announced a change is in force at the earliest, so that
 *     every worker has heard of it by then
 * @param layout what records have besides the usual, and where
 * @param keys by what transactions can be looked at besides their user, in the order of the text
 * @param labels whether rules may know what was said of payments of the past
 */
public record Charter(
    long horizonMillis,
    long allowedLatenessMillis,
    long allowedClockSkewMillis,
    long leadMillis,
    RecordLayout layout,
    List<Key> keys,
    boolean labels)
    implements Serializable {
  public static final long DEFAULT_LEAD_MILLIS = 10_000;

  public Charter {
    keys = List.copyOf(keys);
  }

  /** A charter of usual records and no key but the user. */
  public Charter(
      long horizonMillis,
      long allowedLatenessMillis,
      long allowedClockSkewMillis,
      long leadMillis) {
    this(
        horizonMillis,
        allowedLatenessMillis,
        allowedClockSkewMillis,
        leadMillis,
        RecordLayout.USUAL,
        List.of(),
        /* labels= */ false);
  }

  /** The same with a horizon that is at least this far. */
  public Charter reaching(long millis) {
    return new Charter(
        Math.max(horizonMillis, millis),
        allowedLatenessMillis,
        allowedClockSkewMillis,
        leadMillis,
        layout,
        keys,
        labels);
  }

  /**
   * The keys at which transactions are looked at after their user. Labels come from elsewhere, in
   * no order beside the user's transactions; so rules that know them look at the user once more.
   */
  public List<Key> furtherKeys() {
    if (!labels) {
      return keys;
    }
    List<Key> further = new ArrayList<>(keys);
    further.add(Key.OF_USER);
    return List.copyOf(further);
  }

  /**
   * How far back from a user's newest transaction the history must reach, so that every transaction
   * still to be accepted finds all it is judged by: log times never fall within a partition, so it
   * cannot be older than lateness and skew allow, and what it is judged by begins one horizon
   * before.
   */
  public long retentionMillis() {
    return horizonMillis + allowedLatenessMillis + allowedClockSkewMillis;
  }

  /**
   * How far before its first new record a run must begin that has no state: once for the windows,
   * and once more to know which ids stand in them.
   */
  public long rewindMillis() {
    return 2 * retentionMillis();
  }

  /**
   * How far before a record's log time a transaction may lie and still be known by its id. Reckoned
   * from the log, it says the same wherever a run began; and the retention covers it.
   */
  public long idMemoryMillis() {
    return horizonMillis + allowedLatenessMillis;
  }

  /** What it says, for people: by names, with dots where one stands inside another. */
  public Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    said.put(CharterReader.HORIZON, Durations.print(horizonMillis));
    said.put(CharterReader.LATENESS, Durations.print(allowedLatenessMillis));
    said.put(CharterReader.SKEW, Durations.print(allowedClockSkewMillis));
    said.put(CharterReader.LEAD, Durations.print(leadMillis));
    CharterParts.fields(layout).forEach((name, text) -> said.put("fields." + name, text));
    CharterParts.mapping(layout).forEach((name, text) -> said.put("mapping." + name, text));
    CharterParts.keys(keys).forEach((name, text) -> said.put("keys." + name, text));
    if (labels) {
      said.put(CharterReader.LABELS, CharterReader.YES);
    }
    return said;
  }
}
