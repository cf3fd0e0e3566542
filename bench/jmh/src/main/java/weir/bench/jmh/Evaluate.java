package weir.bench.jmh;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import weir.expression.Condition;
import weir.expression.FaultyExpressionException;
import weir.expression.Scope;
import weir.expression.Type;
import weir.expression.Values;

/** A condition over two features is compiled, and evaluated for one payment after the other. */
public class Evaluate extends HotPart {
  private static final String TEXT = "amount > 4.0 * mean_30d && count_30d >= 5";
  private static final Scope SCOPE =
      new Scope(
          Map.of("amount", Type.NUMBER, "mean_30d", Type.NUMBER, "count_30d", Type.NUMBER), true);

  private Condition condition;
  private Ring<Values> complete;
  private Ring<Values> withoutMean;

  /** Values by their names. */
  private record Known(Map<String, Object> known) implements Values {
    @Override
    public @Nullable Object value(String name) {
      return known.get(name);
    }

    @Override
    public boolean isIn(String list, String id) {
      return false;
    }

    @Override
    public @Nullable BigDecimal listValue(String list, String id) {
      return null;
    }
  }

  @Setup
  public void prepare() throws FaultyExpressionException {
    condition = Condition.of(TEXT, SCOPE);
    complete =
        new Ring<>(Simulation.received().map(each -> known(each.transaction().amountMinor())));
    withoutMean =
        new Ring<>(
            Simulation.received()
                .map(
                    each -> {
                      Known known = known(each.transaction().amountMinor());
                      known.known().remove("mean_30d");
                      return known;
                    }));
  }

  /** Some hold and some do not. */
  private static Known known(long amountMinor) {
    Map<String, Object> known = new HashMap<>();
    known.put("amount", amountMinor / 100.0);
    known.put("mean_30d", 10.0);
    known.put("count_30d", amountMinor % 10);
    return new Known(known);
  }

  @Benchmark
  public boolean condition() {
    return condition.holds(complete.next());
  }

  @Benchmark
  public boolean withoutAnswer() {
    return condition.holds(withoutMean.next());
  }

  @Benchmark
  public Condition compile() throws FaultyExpressionException {
    return Condition.of(TEXT, SCOPE);
  }
}
