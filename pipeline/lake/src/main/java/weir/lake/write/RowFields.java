package weir.lake.write;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;

/** Fields as values of a row, one for each column. */
record RowFields(RowWriter row) implements FieldWriter {
  @Override
  public void text(Field<?> field, String value) {
    row.text(value);
  }

  @Override
  public void optionalText(Field<?> field, @Nullable String value) {
    row.optionalText(value);
  }

  @Override
  public void texts(Field<?> field, List<String> value) {
    row.texts(value);
  }

  @Override
  public void time(Field<?> field, long millis) {
    row.time(millis);
  }

  @Override
  public void number(Field<?> field, long value) {
    row.number(value);
  }

  @Override
  public void smallNumber(Field<?> field, int value) {
    row.smallNumber(value);
  }

  /** Decimals differ from row to row, which a decimal column cannot; so exactly, as text. */
  @Override
  public void decimal(Field<?> field, BigDecimal value) {
    row.text(value.toPlainString());
  }
}
