package weir.bench.jmh;

import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.FeatureWindow;
import weir.feature.Fields;
import weir.feature.Function;
import weir.feature.Operand;
import weir.feature.Where;
import weir.filter.Filter;
import weir.filter.Names;

/** The features that are measured. */
public enum Asked {
  COUNT(Function.COUNT),
  SUM(Function.SUM),
  STDDEV(Function.STDDEV),
  MAX(Function.MAX),
  DISTINCT(Function.DISTINCT),
  LAST(Function.LAST),
  GAP(Function.GAP);

  private static final Where CARD =
      new Where(
          "paymentMethod == 'card'",
          new Filter(Names.of("card"), Names.ALL, Names.ALL, Names.ALL, null, null, null, null));

  private final Function function;

  Asked(Function function) {
    this.function = function;
  }

  private @Nullable Operand operand() {
    return switch (this) {
      case COUNT, GAP -> null;
      case SUM, STDDEV, MAX -> Fields.AMOUNT;
      case DISTINCT, LAST -> Fields.USER_ID;
    };
  }

  Feature over(long windowMillis, long edgeMillis) {
    return new Feature(
        "f",
        function,
        operand(),
        /* by= */ null,
        new FeatureWindow(windowMillis, /* delayMillis= */ 0, edgeMillis),
        /* withoutItself= */ false,
        CARD);
  }
}
