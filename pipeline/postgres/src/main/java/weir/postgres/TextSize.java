package weir.postgres;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;

/** How many characters the texts of a row have. */
final class TextSize implements FieldWriter<RuntimeException> {
  private int characters;

  int characters() {
    return characters;
  }

  @Override
  public void text(Field field, String value) {
    characters += value.length();
  }

  @Override
  public void optionalText(Field field, @Nullable String value) {
    characters += value == null ? 0 : value.length();
  }

  @Override
  public void texts(Field field, List<String> value) {
    value.forEach(text -> characters += text.length());
  }

  @Override
  public void names(Field field, List<String> value) {
    texts(field, value);
  }

  @Override
  public void time(Field field, long millis) {}

  @Override
  public void number(Field field, long value) {}

  @Override
  public void smallNumber(Field field, int value) {}

  @Override
  public void optionalSmallNumber(Field field, @Nullable Integer value) {}

  @Override
  public void optionalDecimal(Field field, @Nullable BigDecimal value) {}

  @Override
  public void money(Field field, long minor, String currency) {}

  @Override
  public void optionalReal(Field field, @Nullable Double value) {}

  @Override
  public void realBeside(Field field, @Nullable Double value) {}

  @Override
  public void truth(Field field, boolean value) {}
}
