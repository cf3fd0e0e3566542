package weir.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.FeatureValues;
import weir.feature.FoldingHistory;
import weir.feature.RememberedValues;
import weir.filter.Lists;
import weir.history.Window;
import weir.model.Transaction;
import weir.model.Witness;

/** What is known of the subject of a window, if all features are about its history. */
public final class KnownInWindow implements Known {
  private final Window window;
  private final RememberedValues values;

  /** For one rule alone. */
  KnownInWindow(Window window) {
    this(
        window,
        new RememberedValues(
            new FeatureValues(
                FoldingHistory.of(window.history()), window.place(), window.lists())));
  }

  /**
   * The same.
   *
   * @param values of the subject, for all rules of its book
   */
  public KnownInWindow(Window window, RememberedValues values) {
    this.window = window;
    this.values = values;
  }

  @Override
  public Transaction subject() {
    return window.subject();
  }

  @Override
  public long logTime() {
    return window.logTime();
  }

  @Override
  public Lists lists() {
    return window.lists();
  }

  @Override
  public @Nullable Object value(Feature feature) {
    return values.of(feature.name(), feature);
  }

  @Override
  public List<Witness> newest(Feature feature, int many) {
    return values.values().newest(feature, many);
  }

  /** The transactions of a user are held as far back as a book can ask for. */
  @Override
  public boolean warm() {
    return true;
  }

  @Override
  public long seen() {
    return window.seen();
  }
}
