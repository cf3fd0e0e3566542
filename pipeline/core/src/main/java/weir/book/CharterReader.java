package weir.book;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import weir.fields.RecordLayout;
import weir.files.Durations;
import weir.files.YamlMap;

/**
 * Reads the charter of a book: of the first one from its text, of later ones from the first. Where
 * it is not known whether a book is the first, it may leave out what only the first must say.
 */
final class CharterReader {
  static final String LATENESS = "allowedLateness";
  static final String SKEW = "allowedClockSkew";
  static final String HORIZON = "horizon";
  static final String LEAD = "lead";
  static final String LABELS = "labels";
  static final String YES = "true";

  /** Of a value of the charter, from what to what. */
  static final String CANNOT_CHANGE =
      "cannot change from %s to %s; the first book has settled it for this log";

  /** With less a worker would have to wait for each news. */
  private static final long LEAST_LEAD_MILLIS = 1000;

  private final @Nullable Charter standing;
  private final boolean complete;

  private CharterReader(@Nullable Charter standing, boolean complete) {
    this.standing = standing;
    this.complete = complete;
  }

  /**
   * A reader.
   *
   * @param standing the charter of the first book, if there is one
   */
  static CharterReader of(@Nullable Charter standing) {
    return new CharterReader(standing, /* complete= */ true);
  }

  /** A reader of a book of which nobody knows yet whether it is the first. */
  static CharterReader ofAny() {
    return new CharterReader(/* standing= */ null, /* complete= */ false);
  }

  long lateness(YamlMap top) {
    return standing == null
        ? first(top, LATENESS)
        : stands(top, LATENESS, 0, standing.allowedLatenessMillis());
  }

  long skew(YamlMap top) {
    return standing == null
        ? first(top, SKEW)
        : stands(top, SKEW, 0, standing.allowedClockSkewMillis());
  }

  private long first(YamlMap top, String name) {
    return complete || top.has(name) ? top.duration(name, 0) : 0;
  }

  long lead(YamlMap top) {
    if (standing != null) {
      return stands(top, LEAD, LEAST_LEAD_MILLIS, standing.leadMillis());
    }
    return top.has(LEAD) ? top.duration(LEAD, LEAST_LEAD_MILLIS) : Charter.DEFAULT_LEAD_MILLIS;
  }

  /** Absent where it is what the rules need. */
  OptionalLong horizon(YamlMap top) {
    if (standing != null) {
      return OptionalLong.of(stands(top, HORIZON, 1, standing.horizonMillis()));
    }
    return top.has(HORIZON) ? OptionalLong.of(top.duration(HORIZON)) : OptionalLong.empty();
  }

  /** Whether rules can be held against it. */
  boolean isHorizonSound(YamlMap top) {
    return !top.has(HORIZON) || top.isSound(HORIZON);
  }

  /**
   * What records have besides the usual.
   *
   * @param labels whether there are labels on them
   */
  RecordLayout layout(YamlMap top, boolean labels) {
    RecordLayout said = LayoutReader.read(top, labels);
    if (standing == null) {
      return said;
    }
    RecordLayout settled = standing.layout();
    stands(top, LayoutReader.FIELDS, CharterParts.fields(settled), CharterParts.fields(said));
    stands(top, LayoutReader.MAPPING, CharterParts.mapping(settled), CharterParts.mapping(said));
    return settled;
  }

  /**
   * Whether no other fields can be declared than those of a layout that was read. A book of which
   * it is not known whether it is the first may leave out fields, and rely on them.
   */
  boolean knowsFields(YamlMap top) {
    return standing != null
        || (top.has(LayoutReader.FIELDS) ? LayoutReader.isSound(top) : complete);
  }

  /** Whether no other keys can be declared than those that were read. */
  boolean knowsKeys(YamlMap top) {
    return standing != null || complete || top.has(KeysReader.KEYS);
  }

  /**
   * The keys besides the user.
   *
   * @param layout what was read of records
   */
  List<Key> keys(YamlMap top, RecordLayout layout) {
    List<Key> said = KeysReader.read(top, layout, knowsFields(top));
    if (standing == null) {
      return said;
    }
    stands(top, KeysReader.KEYS, CharterParts.keys(standing.keys()), CharterParts.keys(said));
    return standing.keys();
  }

  /** Whether rules may know labels. */
  boolean labels(YamlMap top) {
    boolean said = top.has(LABELS) && top.yesOrNo(LABELS);
    if (standing == null) {
      return said;
    }
    if (top.has(LABELS) && top.isSound(LABELS) && said != standing.labels()) {
      top.wrong(LABELS, String.format(CANNOT_CHANGE, standing.labels(), said));
    }
    return standing.labels();
  }

  /**
   * Why features may not look at labels, if so. A book of which it is not known whether it is the
   * first may leave out that there are some.
   */
  @Nullable String whyNoLabels(YamlMap top, boolean labels) {
    if (labels || (standing == null && !complete && !top.has(LABELS))) {
      return null;
    }
    return standing == null
        ? "the charter has no labels; add labels: true, or count transactions"
        : "this log has no labels, as its first book has settled; count transactions";
  }

  /** Names that are left out altogether stay as they are. */
  private static void stands(
      YamlMap top, String name, Map<String, String> standing, Map<String, String> said) {
    if (!top.has(name) || !top.isMapping(name)) {
      return;
    }
    YamlMap part = top.map(name);
    for (String each : part.names()) {
      String now = said.getOrDefault(each, CharterParts.NONE);
      String before = standing.getOrDefault(each, CharterParts.NONE);
      boolean sound = part.isSound(each) && (!part.isMapping(each) || part.map(each).isSound());
      if (sound && !before.equals(now)) {
        part.wrong(each, String.format(CANNOT_CHANGE, before, now));
      }
    }
    standing.forEach(
        (each, before) -> {
          if (!part.has(each)) {
            top.wrong(
                name, "'" + each + "' " + String.format(CANNOT_CHANGE, before, CharterParts.NONE));
          }
        });
  }

  private static long stands(YamlMap top, String name, long atLeast, long standing) {
    if (top.has(name)) {
      long said = top.duration(name, atLeast);
      if (top.isSound(name) && said != standing) {
        top.wrong(
            name, String.format(CANNOT_CHANGE, Durations.print(standing), Durations.print(said)));
      }
    }
    return standing;
  }
}
