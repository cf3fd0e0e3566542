package weir.rules;

import java.util.List;
import java.util.Optional;
import weir.model.Transaction;
import weir.yaml.Durations;

/** Are there more payments in the window than a person makes? Only those the filter names count. */
public record CountInWindow(RuleHeader header, int moreThan, long windowMillis)
    implements KeyedRule {
  static final RuleKind KIND =
      new RuleKind(
          "count-in-window",
          (header, params) ->
              new CountInWindow(header, params.count("moreThan", 1), params.duration("window")));

  @Override
  public Optional<Finding> judge(Window window) {
    if (window.seen() <= moreThan) {
      return Optional.empty();
    }
    List<Transaction> counted = window.matching(header.filter());
    if (counted.size() <= moreThan) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.ofCount(
            counted.size(),
            moreThan,
            "transactions",
            counted,
            counted.size()
                + " matching transactions within "
                + Durations.print(windowMillis)
                + ", more than "
                + moreThan));
  }
}
