package weir.bench.flink;

import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import weir.coders.FieldwiseCoder;

/** What Flink must know of a type that it knows only by its binary form. */
final class CoderType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final FieldwiseCoder<T> coder;

  CoderType(Class<T> type, FieldwiseCoder<T> coder) {
    this.type = type;
    this.coder = coder;
  }

  @Override
  @SuppressWarnings("deprecation") // Flink still requires this method.
  public TypeSerializer<T> createSerializer(ExecutionConfig config) {
    return new CoderSerializer<>(coder);
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return type;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof CoderType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CoderType<?> that && that.coder.equals(coder);
  }

  @Override
  public int hashCode() {
    return coder.hashCode();
  }

  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
