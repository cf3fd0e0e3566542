package weir.book;

import java.io.Serializable;
import java.util.List;
import weir.feature.KeyNames;

/**
 * By what transactions can be looked at, besides their user.
 *
 * @param fields one text field or two of a transaction, known or declared
 */
public record Key(String name, List<String> fields) implements Serializable {
  /** Each is a step of the pipeline. */
  public static final int MOST = 8;

  /** The user, where labels are known. */
  public static final Key OF_USER = new Key(KeyNames.USER, List.of("userId"));

  public Key {
    fields = List.copyOf(fields);
  }

  /** What the charter says of it. */
  String said() {
    return String.join(", ", fields);
  }
}
