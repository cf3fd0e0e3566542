package weir.lake.write;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;
import weir.model.Money;

/** Fields as values of a row, in the order of its columns. */
record RowFields(RowWriter row) implements FieldWriter<RuntimeException> {
  @Override
  public void text(Field field, String value) {
    row.text(value);
  }

  @Override
  public void optionalText(Field field, @Nullable String value) {
    row.optionalText(value);
  }

  @Override
  public void texts(Field field, List<String> value) {
    row.texts(value);
  }

  @Override
  public void names(Field field, List<String> value) {
    row.texts(value);
  }

  @Override
  public void time(Field field, long millis) {
    row.time(millis);
  }

  @Override
  public void number(Field field, long value) {
    row.number(value);
  }

  @Override
  public void smallNumber(Field field, int value) {
    row.smallNumber(value);
  }

  @Override
  public void optionalSmallNumber(Field field, @Nullable Integer value) {
    row.optionalSmallNumber(value);
  }

  /** Decimals differ from row to row, which a decimal column cannot; so exactly, as text. */
  @Override
  public void optionalDecimal(Field field, @Nullable BigDecimal value) {
    row.optionalText(value == null ? null : value.toPlainString());
  }

  /** Currencies differ in their decimals: so in minor units, and exactly as text. */
  @Override
  public void money(Field field, long minor, String currency) {
    row.number(minor).text(Money.toMajor(minor, currency).toPlainString());
  }

  @Override
  public void optionalReal(Field field, @Nullable Double value) {
    row.optionalReal(value);
  }

  @Override
  public void realBeside(Field field, @Nullable Double value) {
    row.optionalReal(value);
  }

  @Override
  public void truth(Field field, boolean value) {
    row.truth(value);
  }
}
