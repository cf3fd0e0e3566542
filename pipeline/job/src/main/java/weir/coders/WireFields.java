package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldReader;
import weir.form.FieldWriter;

/** Fields one behind the other, without their names. */
final class WireFields {
  private WireFields() {}

  record Writer(OutputStream out) implements FieldWriter {
    @Override
    public void text(Field<?> field, String value) throws IOException {
      Wire.writeText(value, out);
    }

    @Override
    public void optionalText(Field<?> field, @Nullable String value) throws IOException {
      Wire.writeOptionalText(value, out);
    }

    @Override
    public void texts(Field<?> field, List<String> value) throws IOException {
      Wire.writeLong(value.size(), out);
      for (String each : value) {
        Wire.writeText(each, out);
      }
    }

    @Override
    public void time(Field<?> field, long millis) throws IOException {
      Wire.writeLong(millis, out);
    }

    @Override
    public void number(Field<?> field, long value) throws IOException {
      Wire.writeLong(value, out);
    }

    @Override
    public void smallNumber(Field<?> field, int value) throws IOException {
      Wire.writeLong(value, out);
    }

    @Override
    public void decimal(Field<?> field, BigDecimal value) throws IOException {
      Wire.writeLong(value.scale(), out);
      Wire.writeBytes(value.unscaledValue().toByteArray(), out);
    }
  }

  record Reader(InputStream in) implements FieldReader {
    @Override
    public String text(Field<?> field) throws IOException {
      return Wire.readText(in);
    }

    @Override
    public @Nullable String optionalText(Field<?> field) throws IOException {
      return Wire.readOptionalText(in);
    }

    @Override
    public List<String> texts(Field<?> field) throws IOException {
      int size = Wire.readInt(in);
      List<String> texts = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        texts.add(Wire.readText(in));
      }
      return texts;
    }

    @Override
    public long time(Field<?> field) throws IOException {
      return Wire.readLong(in);
    }

    @Override
    public long number(Field<?> field) throws IOException {
      return Wire.readLong(in);
    }

    @Override
    public int smallNumber(Field<?> field) throws IOException {
      return Wire.readInt(in);
    }

    @Override
    public BigDecimal decimal(Field<?> field) throws IOException {
      int scale = Wire.readInt(in);
      return new BigDecimal(new BigInteger(Wire.readBytes(in)), scale);
    }
  }
}
