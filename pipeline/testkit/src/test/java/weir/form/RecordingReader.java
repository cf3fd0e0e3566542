package weir.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns some value for every field, records the fields, and checks their kinds. */
final class RecordingReader implements FieldReader<RuntimeException> {
  private final List<Field> fields = new ArrayList<>();

  /** The fields in the order in which they were read. */
  List<Field> fields() {
    return fields;
  }

  private void record(Field field, FieldKind kind) {
    assertThat(field.kind()).as(field.json()).isEqualTo(kind);
    fields.add(field);
  }

  @Override
  public String text(Field field) {
    record(field, FieldKind.TEXT);
    return field.column().equals("mode") ? "live" : "low";
  }

  @Override
  public @Nullable String optionalText(Field field) {
    record(field, FieldKind.OPTIONAL_TEXT);
    return null;
  }

  @Override
  public @Nullable String optionalJson(Field field) {
    record(field, FieldKind.OPTIONAL_JSON);
    return null;
  }

  @Override
  public List<String> texts(Field field) {
    record(field, FieldKind.TEXTS);
    return List.of();
  }

  @Override
  public List<String> names(Field field) {
    record(field, FieldKind.NAMES);
    return List.of();
  }

  @Override
  public long time(Field field) {
    record(field, FieldKind.TIME);
    return 0;
  }

  @Override
  public long number(Field field) {
    record(field, FieldKind.NUMBER);
    return 0;
  }

  @Override
  public int smallNumber(Field field) {
    record(field, FieldKind.SMALL_NUMBER);
    return 0;
  }

  @Override
  public @Nullable Integer optionalSmallNumber(Field field) {
    record(field, FieldKind.OPTIONAL_SMALL_NUMBER);
    return null;
  }

  @Override
  public BigDecimal optionalDecimal(Field field) {
    record(field, FieldKind.OPTIONAL_DECIMAL);
    return BigDecimal.ZERO;
  }

  @Override
  public long money(Field field, Field currency) {
    record(field, FieldKind.MONEY);
    return 0;
  }

  @Override
  public @Nullable Double optionalReal(Field field) {
    record(field, FieldKind.OPTIONAL_REAL);
    return null;
  }

  @Override
  public @Nullable Double realBeside(Field field, @Nullable Double beside) {
    record(field, FieldKind.REAL_BESIDE);
    return beside;
  }

  @Override
  public boolean truth(Field field) {
    record(field, FieldKind.TRUTH);
    return false;
  }
}
