package weir.feature;

import java.util.Objects;

/** What the features measure. */
final class Measures {
  private Measures() {}

  /**
   * Whether a feature counts values by when they were seen last. A window that ends before the
   * present may hold a value that was seen after it as well.
   */
  static boolean isOfLatest(Feature feature) {
    return feature.function() == Function.DISTINCT && feature.window().delayMillis() == 0;
  }

  /** What a feature measures in a group. */
  static Measure<?> of(Feature feature, String group) {
    return switch (feature.function()) {
      // Of labels nothing is folded; a share counts transactions as well.
      case COUNT, FRAUDS, SHARE -> counted(feature);
      case SUM, MEAN, MIN, MAX, STDDEV -> numbers(feature, group);
      case DISTINCT -> texts(feature);
      case FIRST, LAST, GAP -> ends(feature, group);
    };
  }

  static Measure.Counted counted(Feature feature) {
    return new Measure.Counted(feature.where());
  }

  static Measure.Numbers numbers(Feature feature, String group) {
    return new Measure.Numbers(numeric(feature), group, feature.where());
  }

  static Measure.FirstAndLast ends(Feature feature, String group) {
    return new Measure.FirstAndLast(feature.operand(), group, feature.where());
  }

  static Measure.Texts texts(Feature feature) {
    return new Measure.Texts((Operand.Textual) operand(feature), feature.where());
  }

  static Measure.Kinds kinds(Feature feature) {
    return new Measure.Kinds((Operand.Textual) operand(feature), feature.where());
  }

  static Operand.Numeric numeric(Feature feature) {
    return (Operand.Numeric) operand(feature);
  }

  private static Operand operand(Feature feature) {
    return Objects.requireNonNull(feature.operand());
  }

  /** What the feature's series is called: all that its content follows from. */
  static String seriesOf(Feature feature) {
    String measured = isOfLatest(feature) ? kinds(feature).name() : of(feature, "").name();
    return measured + " every " + feature.window().edgeMillis() + feature.where().said();
  }
}
