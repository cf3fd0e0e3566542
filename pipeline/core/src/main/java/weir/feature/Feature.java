package weir.feature;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.files.Durations;
import weir.labels.Labels;

/**
 * Something exact about the transactions in the window of the one that is judged.
 *
 * @param operand what the function looks at; absent where it counts transactions or compares times
 * @param by the name of the key whose transactions it is about; absent for the user
 * @param withoutItself whether the transaction that is judged does not count
 */
public record Feature(
    String name,
    Function function,
    @Nullable Operand operand,
    @Nullable String by,
    FeatureWindow window,
    boolean withoutItself,
    Where where)
    implements Serializable {
  /** What alerts say of features that do not know all of their window yet; none is called so. */
  public static final String WARM = "warm";

  /** What names look like, in words. */
  static final String FORM =
      "up to 64 lower-case letters, digits and underscores that begin with a letter, such as"
          + " mean_30d";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  public Feature {
    if (!isName(name)) {
      throw new IllegalArgumentException("'" + name + "' is not " + FORM);
    }
    if (!function.needs().isMetBy(operand)) {
      throw new IllegalArgumentException("no " + function.word() + " of " + operand);
    }
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** What its summaries are called, if its window has an edge: all that they follow from. */
  public String series() {
    return Measures.seriesOf(this);
  }

  /**
   * All that its values follow from, in the form of a book.
   *
   * @param key by what it looks; absent for the user
   */
  public String definition(@Nullable String key) {
    StringBuilder said = new StringBuilder("{");
    String of = function.isOfLabels() ? "fraud" : operand == null ? "transactions" : operand.name();
    said.append(function.word()).append(": ").append(of);
    if (key != null) {
      said.append(", by: ").append(key);
    }
    said.append(", window: ").append(Durations.print(window.windowMillis()));
    if (window.delayMillis() > 0) {
      said.append(", delay: ").append(Durations.print(window.delayMillis()));
    }
    if (window.hasEdge()) {
      said.append(", edge: ").append(Durations.print(window.edgeMillis()));
    }
    if (withoutItself) {
      said.append(", without: itself");
    }
    if (!where.text().isEmpty()) {
      said.append(", where: ").append(where.text());
    }
    return said.append('}').toString();
  }

  /**
   * Whether its value only rises when more becomes known, which includes that there is none at
   * first. Amounts are not below zero.
   */
  public boolean neverFalls() {
    return switch (function) {
      case COUNT, DISTINCT, MAX -> true;
      case SUM -> operand instanceof Operand.Amount;
      case MEAN, MIN, STDDEV, FIRST, LAST, GAP, FRAUDS, SHARE -> false;
    };
  }

  /** What it looks at of labels, for a transaction that reached the log at this time. */
  public Labels.Stretch labelsOf(long time, long logTime) {
    return new Labels.Stretch(window.start(time), window.end(time), logTime, where.during());
  }

  /** The type of its values; there may be none for a transaction. */
  public Value.Type type() {
    return function.type(operand);
  }
}
