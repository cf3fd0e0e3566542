package weir.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the values of fields in their order, and puts them into one form. */
public interface FieldWriter {
  void text(Field<?> field, String value) throws IOException;

  void optionalText(Field<?> field, @Nullable String value) throws IOException;

  void texts(Field<?> field, List<String> value) throws IOException;

  void time(Field<?> field, long millis) throws IOException;

  void number(Field<?> field, long value) throws IOException;

  void smallNumber(Field<?> field, int value) throws IOException;

  void decimal(Field<?> field, BigDecimal value) throws IOException;
}
