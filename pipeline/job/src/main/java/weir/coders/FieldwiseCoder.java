package weir.coders;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * What the hand-written coders have in common: they have no parameters, so one is like the other;
 * every value has one encoding, and values are equal when their encodings are.
 */
public abstract class FieldwiseCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  /** Writes the fields of a value, one behind the other. */
  protected abstract void write(T value, WireBuffer out) throws IOException;

  @Override
  public final void encode(T value, OutputStream out) throws IOException {
    WireBuffer.write(out, buffer -> write(value, buffer));
  }

  @Override
  public final void verifyDeterministic() {}

  @Override
  public final boolean consistentWithEquals() {
    return true;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof FieldwiseCoder<?> that && that.getClass().equals(getClass());
  }

  @Override
  public final int hashCode() {
    return getClass().hashCode();
  }
}
