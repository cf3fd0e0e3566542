package weir.detect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.NonMergingWindowFn;
import org.apache.beam.sdk.transforms.windowing.SlidingWindows;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowMappingFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import weir.rules.TotalInWindows;

/**
 * Sliding windows that follow each element's rule. So all rules share one branch, and the graph
 * does not depend on which rules there are.
 */
final class WindowsOfRules<V> extends NonMergingWindowFn<KV<String, V>, IntervalWindow> {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, SlidingWindows> byRule = new HashMap<>();

  WindowsOfRules(Map<String, TotalInWindows> rules) {
    rules.forEach(
        (id, rule) ->
            byRule.put(
                id,
                SlidingWindows.of(Duration.millis(rule.windowMillis()))
                    .every(Duration.millis(rule.everyMillis()))));
  }

  @Override
  public Collection<IntervalWindow> assignWindows(AssignContext context) {
    String ruleId = Spender.ruleId(context.element().getKey());
    return Objects.requireNonNull(byRule.get(ruleId), ruleId).assignWindows(context.timestamp());
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Beam still asks this.
  public boolean isCompatible(WindowFn<?, ?> other) {
    return equals(other);
  }

  @Override
  public Coder<IntervalWindow> windowCoder() {
    return IntervalWindow.getCoder();
  }

  @Override
  public WindowMappingFn<IntervalWindow> getDefaultWindowMappingFn() {
    throw new UnsupportedOperationException("nothing is looked up by the window of a total");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowsOfRules<?> that && byRule.equals(that.byRule);
  }

  @Override
  public int hashCode() {
    return byRule.hashCode();
  }
}
