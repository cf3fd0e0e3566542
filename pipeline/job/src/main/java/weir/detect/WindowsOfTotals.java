package weir.detect;

import java.util.Collection;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.NonMergingWindowFn;
import org.apache.beam.sdk.transforms.windowing.SlidingWindows;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowMappingFn;
import org.apache.beam.sdk.values.KV;
import org.joda.time.Duration;
import weir.notice.Announcements;
import weir.rules.Spending;
import weir.rules.TotalInWindows;

/**
 * Sliding windows that follow each element's rule. So all rules share one branch, and the graph
 * does not depend on which rules there are.
 */
final class WindowsOfTotals extends NonMergingWindowFn<KV<String, Spending>, IntervalWindow> {
  private static final long serialVersionUID = 1L;

  private final Announcements announcements;

  WindowsOfTotals(Announcements announcements) {
    this.announcements = announcements;
  }

  @Override
  public Collection<IntervalWindow> assignWindows(AssignContext context) {
    Spending spending = context.element().getValue();
    TotalInWindows rule =
        Spender.of(context.element().getKey())
            .rule(announcements.knownAt(spending.newestLogTime()));
    return SlidingWindows.of(Duration.millis(rule.windowMillis()))
        .every(Duration.millis(rule.everyMillis()))
        .assignWindows(context.timestamp());
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
    return other instanceof WindowsOfTotals;
  }

  @Override
  public int hashCode() {
    return WindowsOfTotals.class.hashCode();
  }
}
