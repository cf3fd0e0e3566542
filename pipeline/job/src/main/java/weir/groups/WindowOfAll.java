package weir.groups;

import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.NonMergingWindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowFn;
import org.apache.beam.sdk.transforms.windowing.WindowMappingFn;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Takes each element back from its key's window to what that window is for all keys. */
final class WindowOfAll<T, W extends BoundedWindow> extends NonMergingWindowFn<T, W> {
  private static final long serialVersionUID = 1L;

  private final Coder<W> windowCoder;

  WindowOfAll(Coder<W> windowCoder) {
    this.windowCoder = windowCoder;
  }

  @Override
  @SuppressWarnings("unchecked") // Only what went through WindowPerKey comes here.
  public Collection<W> assignWindows(AssignContext context) {
    return List.of(((KeyWindow<W>) context.window()).window());
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
  public Coder<W> windowCoder() {
    return windowCoder;
  }

  /** Steps behind it may ask for the window as what it is. */
  @Override
  public TypeDescriptor<W> getWindowTypeDescriptor() {
    return windowCoder.getEncodedTypeDescriptor();
  }

  @Override
  public WindowMappingFn<W> getDefaultWindowMappingFn() {
    throw new UnsupportedOperationException("nothing is looked up by such a window");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WindowOfAll<?, ?> its && its.windowCoder.equals(windowCoder);
  }

  @Override
  public int hashCode() {
    return windowCoder.hashCode();
  }
}
