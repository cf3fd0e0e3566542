package weir.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads some value for every field, and keeps for which. */
record Recorder(List<Field<?>> read) implements FieldReader {
  @Override
  public String text(Field<?> field) {
    read.add(field);
    return "low";
  }

  @Override
  public @Nullable String optionalText(Field<?> field) {
    read.add(field);
    return null;
  }

  @Override
  public List<String> texts(Field<?> field) {
    read.add(field);
    return List.of();
  }

  @Override
  public long time(Field<?> field) {
    read.add(field);
    return 0;
  }

  @Override
  public long number(Field<?> field) {
    read.add(field);
    return 0;
  }

  @Override
  public int smallNumber(Field<?> field) {
    read.add(field);
    return 0;
  }

  @Override
  public BigDecimal decimal(Field<?> field) {
    read.add(field);
    return BigDecimal.ZERO;
  }
}
