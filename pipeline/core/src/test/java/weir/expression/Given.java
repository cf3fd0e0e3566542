package weir.expression;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a transaction, some of which are absent. */
final class Given implements Values {
  /** Amounts and counts, two texts, and a yes or no. */
  static final Scope SCOPE =
      new Scope(
          Map.of(
              "amount", Type.NUMBER,
              "mean_30d", Type.NUMBER,
              "count_30d", Type.NUMBER,
              "userId", Type.TEXT,
              "merchantId", Type.TEXT,
              "abroad", Type.YES_OR_NO,
              "gone", Type.NUMBER,
              "nowhere", Type.TEXT,
              "maybe", Type.YES_OR_NO),
          true);

  /** The usual ones; "gone", "nowhere" and "maybe" are absent. */
  static final Given USUAL =
      new Given()
          .with("amount", 100.5)
          .with("mean_30d", 10.0)
          .with("count_30d", 7L)
          .with("userId", "user-7")
          .with("merchantId", "Shop-1")
          .with("abroad", true);

  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Map<String, BigDecimal>> lists = new HashMap<>();

  Given with(String name, Object value) {
    Given next = copy();
    next.values.put(name, value);
    return next;
  }

  Given without(String name) {
    Given next = copy();
    next.values.remove(name);
    return next;
  }

  Given member(String list, String id, @Nullable BigDecimal value) {
    Given next = copy();
    next.lists.computeIfAbsent(list, name -> new HashMap<>()).put(id, value);
    return next;
  }

  private Given copy() {
    Given next = new Given();
    next.values.putAll(values);
    lists.forEach((name, members) -> next.lists.put(name, new HashMap<>(members)));
    return next;
  }

  @Override
  public @Nullable Object value(String name) {
    return values.get(name);
  }

  @Override
  public boolean isIn(String list, String id) {
    return lists.getOrDefault(list, Map.of()).containsKey(id);
  }

  @Override
  public @Nullable BigDecimal listValue(String list, String id) {
    return lists.getOrDefault(list, Map.of()).get(id);
  }

  boolean holds(String condition) {
    try {
      return Condition.of(condition, SCOPE).holds(this);
    } catch (FaultyExpressionException faulty) {
      throw new AssertionError(condition, faulty);
    }
  }

  @Nullable Object value(String expression, Scope scope) {
    try {
      return Expression.of(expression, scope).value(this);
    } catch (FaultyExpressionException faulty) {
      throw new AssertionError(expression, faulty);
    }
  }

  String said(String reason) {
    try {
      return Reason.of(reason, SCOPE).say(this);
    } catch (FaultyExpressionException faulty) {
      throw new AssertionError(reason, faulty);
    }
  }

  /** The fault as "offset: sentence". */
  static String fault(String condition) {
    return told(
        catchThrowableOfType(
            FaultyExpressionException.class, () -> Condition.of(condition, SCOPE)));
  }

  static String faultOfReason(String reason) {
    return told(
        catchThrowableOfType(FaultyExpressionException.class, () -> Reason.of(reason, SCOPE)));
  }

  private static String told(@Nullable FaultyExpressionException faulty) {
    return faulty == null ? "none" : faulty.offset() + ": " + faulty.getMessage();
  }
}
