package weir.groups;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.StructuredCoder;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * A window for one key.
 *
 * @param <W> what the window is for all keys
 */
final class KeyWindow<W extends BoundedWindow> extends BoundedWindow {
  private static final int DAY_MILLIS = 86_400_000;

  private final String key;
  private final W window;

  KeyWindow(String key, W window) {
    this.key = key;
    this.window = window;
  }

  String key() {
    return key;
  }

  W window() {
    return window;
  }

  /**
   * All time does not end at one millisecond: where the ends of two windows are equal, the
   * DirectRunner compares them by their encoded form, which was a quarter of its time.
   */
  @Override
  public Instant maxTimestamp() {
    Instant end = window.maxTimestamp();
    return window.equals(GlobalWindow.INSTANCE)
        ? end.minus(Duration.millis(Math.floorMod(key.hashCode(), DAY_MILLIS)))
        : end;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyWindow<?> its && its.key.equals(key) && its.window.equals(window);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + window.hashCode();
  }

  @Override
  public String toString() {
    return window + " of " + key;
  }

  static final class OfKeyCoder<W extends BoundedWindow> extends StructuredCoder<KeyWindow<W>> {
    private static final long serialVersionUID = 1L;

    private final Coder<W> coder;

    OfKeyCoder(Coder<W> coder) {
      this.coder = coder;
    }

    @Override
    public void encode(KeyWindow<W> window, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(window.key, out);
      coder.encode(window.window, out);
    }

    @Override
    public KeyWindow<W> decode(InputStream in) throws IOException {
      return new KeyWindow<>(StringUtf8Coder.of().decode(in), coder.decode(in));
    }

    @Override
    public List<? extends Coder<?>> getCoderArguments() {
      return List.of(coder);
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
      coder.verifyDeterministic();
    }

    @Override
    public boolean consistentWithEquals() {
      return coder.consistentWithEquals();
    }
  }
}
