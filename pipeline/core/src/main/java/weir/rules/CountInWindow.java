package weir.rules;

import java.math.BigDecimal;
import java.util.Optional;
import weir.files.Durations;
import weir.filter.Filter;
import weir.history.Window;
import weir.model.Alert;

/**
 * Are there more payments in the window than a person makes? Only those that pass the filter count.
 */
public record CountInWindow(RuleHeader header, int moreThan, long windowMillis)
    implements KeyedRule {
  public static final RuleKind KIND =
      RuleKind.ofAnyKey(
          "count-in-window",
          (header, params) ->
              new CountInWindow(
                  header,
                  params.count("moreThan", 1, RuleParams.MOST_COUNTED),
                  params.duration("window")));

  /** More transactions are only more. */
  @Override
  public boolean canLoseGround() {
    return false;
  }

  @Override
  public CountInWindow with(RuleHeader other) {
    return new CountInWindow(other, moreThan, windowMillis);
  }

  @Override
  public Optional<Finding> judge(Window window) {
    if (window.seen() <= moreThan) {
      return Optional.empty();
    }
    Filter filter = header.filter();
    int counted = window.all().count(filter);
    if (counted <= moreThan) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            BigDecimal.valueOf(counted),
            BigDecimal.valueOf(moreThan),
            "transactions",
            window.all().newest(filter, tx -> true, Math.min(counted, Alert.MOST_EVIDENCE)),
            counted,
            counted
                + " matching transactions within "
                + Durations.print(windowMillis)
                + ", more than "
                + moreThan));
  }
}
