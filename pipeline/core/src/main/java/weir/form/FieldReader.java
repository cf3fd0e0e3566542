package weir.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the values of fields out of one form.
 *
 * @param <X> what may go wrong on the way
 */
public interface FieldReader<X extends Exception> {
  String text(Field field) throws X;

  /** The same of a field that older forms do not have. */
  default String text(Field field, String absent) throws X {
    return text(field);
  }

  @Nullable String optionalText(Field field) throws X;

  /** The text of a field of which there are few values. */
  default String commonText(Field field) throws X {
    return text(field);
  }

  /** The same of a field that may be absent. */
  default @Nullable String optionalCommonText(Field field) throws X {
    return optionalText(field);
  }

  /** The text of a JSON object. */
  default @Nullable String optionalJson(Field field) throws X {
    return optionalText(field);
  }

  List<String> texts(Field field) throws X;

  List<String> names(Field field) throws X;

  long time(Field field) throws X;

  long number(Field field) throws X;

  int smallNumber(Field field) throws X;

  /** The same of a field that older forms do not have. */
  default int smallNumber(Field field, int absent) throws X {
    return smallNumber(field);
  }

  @Nullable Integer optionalSmallNumber(Field field) throws X;

  @Nullable BigDecimal optionalDecimal(Field field) throws X;

  /** Minor units of the currency that another field names. */
  long money(Field field, Field currency) throws X;

  @Nullable Double optionalReal(Field field) throws X;

  /**
   * A number that is absent exactly when another is.
   *
   * @param beside the other one
   */
  @Nullable Double realBeside(Field field, @Nullable Double beside) throws X;

  boolean truth(Field field) throws X;
}
