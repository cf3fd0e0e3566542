package weir.bench.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.runtime.DataInputViewStream;
import org.apache.flink.api.java.typeutils.runtime.DataOutputViewStream;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;
import weir.coders.FieldwiseCoder;

/**
 * Writes values in the pipeline's own binary form. They are immutable, so a copy is the same
 * object.
 */
final class CoderSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final FieldwiseCoder<T> coder;

  CoderSerializer(FieldwiseCoder<T> coder) {
    this.coder = coder;
  }

  @Override
  public void serialize(T value, DataOutputView out) throws IOException {
    coder.encode(value, new DataOutputViewStream(out));
  }

  @Override
  public T deserialize(DataInputView in) throws IOException {
    return coder.decode(new DataInputViewStream(in));
  }

  @Override
  public T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public T copy(T value) {
    return value;
  }

  @Override
  public T copy(T value, T reuse) {
    return value;
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  /** An immutable value cannot be reused. */
  @Override
  @SuppressWarnings("NullAway") // Flink's own serializers of immutable types do so.
  public @Nullable T createInstance() {
    return null;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new CoderSnapshot<>(coder);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoderSerializer<?> that && that.coder.equals(coder);
  }

  @Override
  public int hashCode() {
    return coder.hashCode();
  }
}
