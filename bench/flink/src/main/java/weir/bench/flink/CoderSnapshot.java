package weir.bench.flink;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.runtime.DataInputViewStream;
import org.apache.flink.api.java.typeutils.runtime.DataOutputViewStream;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;
import weir.coders.FieldwiseCoder;

/** The description of a binary form in a checkpoint. */
public final class CoderSnapshot<T> implements TypeSerializerSnapshot<T> {
  private @Nullable FieldwiseCoder<T> coder;

  /** For Flink, which then calls {@link #readSnapshot}. */
  public CoderSnapshot() {}

  CoderSnapshot(FieldwiseCoder<T> coder) {
    this.coder = coder;
  }

  @Override
  public int getCurrentVersion() {
    return 1;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    InstantiationUtil.serializeObject(new DataOutputViewStream(out), coder);
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    try {
      coder = InstantiationUtil.deserializeObject(new DataInputViewStream(in), loader);
    } catch (ClassNotFoundException unknown) {
      throw new IOException("a binary form that is no more", unknown);
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new CoderSerializer<>(Objects.requireNonNull(coder));
  }
}
