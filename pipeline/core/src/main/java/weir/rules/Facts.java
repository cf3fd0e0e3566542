package weir.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.expression.Values;
import weir.filter.Lists;
import weir.model.Transaction;

/**
 * What expressions can know of one transaction: what it says of itself, the features of its window,
 * and lists as of the time at which it reached the log. A feature is computed when it is asked for.
 */
final class Facts implements Values {
  private static final Object NOT_COMPUTED = new Object();
  private static final @Nullable Object[] NONE = {};

  private final Transaction tx;
  private final long logTime;
  private final Lists lists;
  private final Asked asked;
  private final @Nullable Known of;

  /** The values of the features, at their places. */
  private final @Nullable Object[] computed;

  /** Of a transaction alone: no feature has a value. */
  Facts(Transaction tx, long logTime, Lists lists, Asked asked) {
    this.asked = asked;
    this.tx = tx;
    this.logTime = logTime;
    this.lists = lists;
    this.of = null;
    // This is asked of every transaction that is summed up.
    this.computed = NONE;
  }

  /** Of a transaction whose features are known where they are asked for. */
  Facts(Known known, Asked asked) {
    this.asked = asked;
    this.tx = known.subject();
    this.logTime = known.logTime();
    this.lists = known.lists();
    this.of = known;
    this.computed = new @Nullable Object[asked.features().size()];
    Arrays.fill(computed, NOT_COMPUTED);
  }

  @Override
  public @Nullable Object value(String name) {
    Integer place = asked.places().get(name);
    if (place != null) {
      return of == null ? null : feature(of, place);
    }
    Fact fact = asked.facts().get(name);
    return fact == null ? null : fact.of().apply(tx);
  }

  private @Nullable Object feature(Known known, int place) {
    if (computed[place] == NOT_COMPUTED) {
      computed[place] = known.value(asked.features().get(place));
    }
    return computed[place];
  }

  @Override
  public boolean isIn(String list, String id) {
    return lists.has(list, id, logTime);
  }

  @Override
  public @Nullable BigDecimal listValue(String list, String id) {
    return lists.value(list, id, logTime);
  }
}
