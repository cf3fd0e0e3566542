package weir.bench.flink;

import java.util.Collection;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import weir.model.Judgement;

/**
 * Flink's sliding windows, by the time of the transaction. The time of the stream is the log time,
 * so that watermarks are never ahead of what can still come.
 */
final class SlidingWindows extends SlidingEventTimeWindows {
  private static final long serialVersionUID = 1L;

  SlidingWindows(long windowMillis, long everyMillis) {
    super(windowMillis, everyMillis, /* offset= */ 0);
  }

  @Override
  public Collection<TimeWindow> assignWindows(
      Object element, long logTime, WindowAssignerContext context) {
    return super.assignWindows(
        element, Purse.spentIn((Judgement) element).transaction().time(), context);
  }
}
