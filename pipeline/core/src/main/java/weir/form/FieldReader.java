package weir.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the values of fields out of one form. */
public interface FieldReader {
  String text(Field<?> field) throws IOException;

  @Nullable String optionalText(Field<?> field) throws IOException;

  List<String> texts(Field<?> field) throws IOException;

  long time(Field<?> field) throws IOException;

  long number(Field<?> field) throws IOException;

  int smallNumber(Field<?> field) throws IOException;

  BigDecimal decimal(Field<?> field) throws IOException;
}
