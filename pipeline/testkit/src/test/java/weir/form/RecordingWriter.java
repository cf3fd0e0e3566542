package weir.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the fields that are written, and checks their kinds. */
final class RecordingWriter implements FieldWriter<RuntimeException> {
  private final List<Field> fields = new ArrayList<>();

  /** The fields in the order in which they were written. */
  List<Field> fields() {
    return fields;
  }

  private void record(Field field, FieldKind kind) {
    assertThat(field.kind()).as(field.json()).isEqualTo(kind);
    fields.add(field);
  }

  @Override
  public void text(Field field, String value) {
    record(field, FieldKind.TEXT);
  }

  @Override
  public void optionalText(Field field, @Nullable String value) {
    record(field, FieldKind.OPTIONAL_TEXT);
  }

  @Override
  public void optionalJson(Field field, @Nullable String value) {
    record(field, FieldKind.OPTIONAL_JSON);
  }

  @Override
  public void texts(Field field, List<String> value) {
    record(field, FieldKind.TEXTS);
  }

  @Override
  public void names(Field field, List<String> value) {
    record(field, FieldKind.NAMES);
  }

  @Override
  public void time(Field field, long millis) {
    record(field, FieldKind.TIME);
  }

  @Override
  public void number(Field field, long value) {
    record(field, FieldKind.NUMBER);
  }

  @Override
  public void smallNumber(Field field, int value) {
    record(field, FieldKind.SMALL_NUMBER);
  }

  @Override
  public void optionalSmallNumber(Field field, @Nullable Integer value) {
    record(field, FieldKind.OPTIONAL_SMALL_NUMBER);
  }

  @Override
  public void optionalDecimal(Field field, @Nullable BigDecimal value) {
    record(field, FieldKind.OPTIONAL_DECIMAL);
  }

  @Override
  public void money(Field field, long minor, String currency) {
    record(field, FieldKind.MONEY);
  }

  @Override
  public void optionalReal(Field field, @Nullable Double value) {
    record(field, FieldKind.OPTIONAL_REAL);
  }

  @Override
  public void realBeside(Field field, @Nullable Double value) {
    record(field, FieldKind.REAL_BESIDE);
  }

  @Override
  public void truth(Field field, boolean value) {
    record(field, FieldKind.TRUTH);
  }
}
