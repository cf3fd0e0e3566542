package weir.fields;

import java.io.Serializable;

/**
 * A field that a charter declares.
 *
 * @param from where it stands in a record
 */
public record DeclaredField(String name, DeclaredType type, Pointer from) implements Serializable {

  /** A field that stands at the top of a record under its own name. */
  public DeclaredField(String name, DeclaredType type) {
    this(name, type, Pointer.to(name));
  }

  /** What the charter says of it: "text", or "text from /card/bin". */
  public String said() {
    return type.code() + (from.equals(Pointer.to(name)) ? "" : " from " + from);
  }
}
