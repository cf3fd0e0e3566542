package weir.form;

import java.io.IOException;

/**
 * One field of an answer.
 *
 * @param json its name in JSON
 * @param column its name in tables and files
 * @param writing hands the field's value on
 */
public record Field<T>(String json, String column, FieldKind kind, Writing<T> writing) {

  /** Hands the value of a field to a writer. */
  interface Writing<T> {
    void write(Field<T> field, T from, FieldWriter to) throws IOException;
  }

  public void write(T from, FieldWriter to) throws IOException {
    writing.write(this, from, to);
  }
}
