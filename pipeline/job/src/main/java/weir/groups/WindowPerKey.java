package weir.groups;

import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.NonMergingWindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowMappingFn;
import org.apache.beam.sdk.values.KV;

/**
 * Makes of each element's window that of its key.
 *
 * @param <W> what the window is for all keys
 */
final class WindowPerKey<V, W extends BoundedWindow>
    extends NonMergingWindowFn<KV<String, V>, KeyWindow<W>> {
  private static final long serialVersionUID = 1L;

  private final Coder<W> windowCoder;

  WindowPerKey(Coder<W> windowCoder) {
    this.windowCoder = windowCoder;
  }

  @Override
  @SuppressWarnings("unchecked") // Who applies it has the coder from the same strategy.
  public Collection<KeyWindow<W>> assignWindows(AssignContext context) {
    return List.of(new KeyWindow<>(context.element().getKey(), (W) context.window()));
  }

  @Override
  public boolean assignsToOneWindow() {
    return true;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Beam still asks this.
  public boolean isCompatible(WindowFn<?, ?> other) {
    return equals(other);
  }

  @Override
  public Coder<KeyWindow<W>> windowCoder() {
    return new KeyWindow.OfKeyCoder<>(windowCoder);
  }

  @Override
  public WindowMappingFn<KeyWindow<W>> getDefaultWindowMappingFn() {
    throw new UnsupportedOperationException("nothing is looked up by the window of a key");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowPerKey;
  }

  @Override
  public int hashCode() {
    return WindowPerKey.class.hashCode();
  }
}
