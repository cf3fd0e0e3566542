package weir.coders;

import java.io.IOException;
import java.io.InputStream;
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

  record Writer(WireBuffer out) implements FieldWriter<IOException> {
    @Override
    public void text(Field field, String value) throws IOException {
      Wire.writeText(value, out);
    }

    @Override
    public void optionalText(Field field, @Nullable String value) throws IOException {
      Wire.writeOptionalText(value, out);
    }

    @Override
    public void texts(Field field, List<String> value) throws IOException {
      Wire.writeLong(value.size(), out);
      for (String each : value) {
        Wire.writeText(each, out);
      }
    }

    @Override
    public void names(Field field, List<String> value) throws IOException {
      texts(field, value);
    }

    @Override
    public void time(Field field, long millis) throws IOException {
      Wire.writeLong(millis, out);
    }

    @Override
    public void number(Field field, long value) throws IOException {
      Wire.writeLong(value, out);
    }

    @Override
    public void smallNumber(Field field, int value) throws IOException {
      Wire.writeLong(value, out);
    }

    @Override
    public void optionalSmallNumber(Field field, @Nullable Integer value) throws IOException {
      Wire.writeLong(Wire.ofOptionalSmall(value), out);
    }

    @Override
    public void optionalDecimal(Field field, @Nullable BigDecimal value) throws IOException {
      Wire.writeOptionalBytes(value == null ? null : value.unscaledValue().toByteArray(), out);
      if (value != null) {
        Wire.writeLong(value.scale(), out);
      }
    }

    @Override
    public void money(Field field, long minor, String currency) throws IOException {
      Wire.writeLong(minor, out);
    }

    @Override
    public void optionalReal(Field field, @Nullable Double value) throws IOException {
      truth(field, value != null);
      realBeside(field, value);
    }

    /** Whether it is there is known from the one before. */
    @Override
    public void realBeside(Field field, @Nullable Double value) throws IOException {
      if (value != null) {
        Wire.writeDouble(value, out);
      }
    }

    @Override
    public void truth(Field field, boolean value) throws IOException {
      out.write(value ? 1 : 0);
    }
  }

  record Reader(InputStream in) implements FieldReader<IOException> {
    @Override
    public String text(Field field) throws IOException {
      return Wire.readText(in);
    }

    @Override
    public @Nullable String optionalText(Field field) throws IOException {
      return Wire.readOptionalText(in);
    }

    @Override
    public String commonText(Field field) throws IOException {
      return Wire.readCommonText(Wire.readInt(in), in);
    }

    @Override
    public @Nullable String optionalCommonText(Field field) throws IOException {
      int length = Wire.readInt(in);
      return length == 0 ? null : Wire.readCommonText(length - 1, in);
    }

    @Override
    public List<String> texts(Field field) throws IOException {
      int size = Wire.readInt(in);
      List<String> texts = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        texts.add(Wire.readText(in));
      }
      return texts;
    }

    @Override
    public List<String> names(Field field) throws IOException {
      return texts(field);
    }

    @Override
    public long time(Field field) throws IOException {
      return Wire.readLong(in);
    }

    @Override
    public long number(Field field) throws IOException {
      return Wire.readLong(in);
    }

    @Override
    public int smallNumber(Field field) throws IOException {
      return Wire.readInt(in);
    }

    @Override
    public @Nullable Integer optionalSmallNumber(Field field) throws IOException {
      return Wire.optionalSmall(Wire.readLong(in));
    }

    @Override
    public @Nullable BigDecimal optionalDecimal(Field field) throws IOException {
      byte[] unscaled = Wire.readOptionalBytes(in);
      return unscaled == null ? null : new BigDecimal(new BigInteger(unscaled), Wire.readInt(in));
    }

    @Override
    public long money(Field field, Field currency) throws IOException {
      return Wire.readLong(in);
    }

    @Override
    public @Nullable Double optionalReal(Field field) throws IOException {
      return truth(field) ? Wire.readDouble(in) : null;
    }

    @Override
    public @Nullable Double realBeside(Field field, @Nullable Double beside) throws IOException {
      return beside == null ? null : Wire.readDouble(in);
    }

    @Override
    public boolean truth(Field field) throws IOException {
      return in.read() == 1;
    }
  }
}
