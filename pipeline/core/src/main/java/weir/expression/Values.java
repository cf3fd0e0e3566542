package weir.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an expression looks at: the values of one transaction, and the lists as of its log time. */
public interface Values {
  /**
   * The value of a name in the scope: a {@link Number}, a {@link String} or a {@link Boolean}, as
   * its type says. A missing one, a number that is not finite, and a value of another type have no
   * answer.
   */
  @Nullable Object value(String name);

  /** Whether the id is in the list. */
  boolean isIn(String list, String id);

  /** The value that the id has in the list; none if it is not in it, or has no value there. */
  @Nullable BigDecimal listValue(String list, String id);
}
