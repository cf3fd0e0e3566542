package weir.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.FeatureWindow;
import weir.feature.Function;
import weir.feature.Operand;
import weir.filter.Lists;
import weir.model.Transaction;

/** A second implementation of features: each goes through all transactions there are. */
public final class NaiveFeatures {
  /** As many digits as it takes to round once. */
  private static final MathContext MANY = new MathContext(300);

  /** By time, and what is of one time by id and user. */
  static final Comparator<Transaction> ORDER =
      Comparator.comparing((Transaction tx) -> tx.time())
          .thenComparing(tx -> tx.id())
          .thenComparing(tx -> tx.userId());

  private static final long TEN_MINUTES = 600_000;

  private NaiveFeatures() {}

  /** A transaction and when it reached the log. */
  public record Heard(Transaction transaction, long logTime) {}

  /** Which transactions a feature counts. */
  public interface Where {
    boolean passes(Feature feature, Heard heard);

    /** By the condition itself. */
    static Where asked(Lists lists) {
      return (feature, heard) ->
          feature.where().condition().matches(heard.transaction(), heard.logTime(), lists);
    }
  }

  /** The value of a feature of a transaction, as a Long, a Double or a String, or nothing. */
  public static @Nullable Object value(
      Feature feature, Transaction subject, List<Heard> all, Where where) {
    List<Transaction> window = window(feature, subject, all, where);
    if (feature.function() == Function.COUNT) {
      return (long) window.size();
    }
    if (feature.function() == Function.GAP) {
      return gap(subject, window);
    }
    List<Object> values = new ArrayList<>();
    for (Transaction tx : window) {
      Object value = operand(feature.operand(), tx, subject);
      if (value != null) {
        values.add(value);
      }
    }
    return switch (feature.function()) {
      case DISTINCT -> (long) Set.copyOf(values).size();
      case FIRST -> values.isEmpty() ? null : plain(values.get(0));
      case LAST -> values.isEmpty() ? null : plain(values.get(values.size() - 1));
      default -> number(feature.function(), values.stream().map(BigDecimal.class::cast).toList());
    };
  }

  /** The transactions that count, in order. */
  public static List<Transaction> window(
      Feature feature, Transaction subject, List<Heard> all, Where where) {
    List<Transaction> window = new ArrayList<>();
    for (Heard each : all) {
      Transaction tx = each.transaction();
      boolean inside = isInside(feature.window(), subject, tx.time());
      boolean itself = ORDER.compare(tx, subject) == 0 && feature.withoutItself();
      if (inside && !itself && where.passes(feature, each)) {
        window.add(tx);
      }
    }
    window.sort(ORDER);
    return window;
  }

  /** Whether a time is in the window of a feature of the subject. */
  static boolean isInside(FeatureWindow window, Transaction subject, long time) {
    long delay = window.delayMillis();
    long edge = window.edgeMillis();
    long far = subject.time() - delay - window.windowMillis();
    long near = subject.time() - delay;
    if (edge == 0) {
      return far < time && time <= near;
    }
    // An edge is in it or not, and so are all that lie between it and the next one.
    boolean inside = floor(far, edge) <= floor(time, edge) && time <= near;
    return delay > 0 ? inside && floor(time, edge) < floor(near, edge) : inside;
  }

  /** The same without what may be folded where the window has an edge. */
  static List<Transaction> evidence(
      Feature feature, Transaction subject, List<Heard> all, Where where) {
    long edge = feature.window().edgeMillis();
    return window(feature, subject, all, where).stream()
        .filter(tx -> edge == 0 || subject.time() - tx.time() < Math.min(edge, TEN_MINUTES))
        .toList();
  }

  /** The first millisecond of a window. */
  static long start(FeatureWindow window, Transaction subject) {
    long edge = window.edgeMillis();
    long far = subject.time() - window.delayMillis() - window.windowMillis();
    return edge > 0 ? floor(far, edge) : far + 1;
  }

  /** How many there are from the beginning of a window to the subject. */
  static long seen(FeatureWindow window, Transaction subject, List<Heard> all) {
    return all.stream()
        .map(Heard::transaction)
        .filter(tx -> start(window, subject) <= tx.time())
        .filter(tx -> tx.time() <= subject.time())
        .count();
  }

  private static long floor(long time, long edge) {
    long rest = time % edge;
    return time - (rest < 0 ? rest + edge : rest);
  }

  private static @Nullable Double gap(Transaction subject, List<Transaction> window) {
    Double gap = null;
    for (Transaction tx : window) {
      if (ORDER.compare(tx, subject) < 0) {
        gap = new BigDecimal(subject.time() - tx.time()).movePointLeft(3).doubleValue();
      }
    }
    return gap;
  }

  /** A BigDecimal in major units, a text, a pair of texts, or nothing. */
  private static @Nullable Object operand(
      @Nullable Operand operand, Transaction tx, Transaction subject) {
    if (operand instanceof Operand.Amount) {
      return tx.currency().equals(subject.currency()) ? amount(tx) : null;
    }
    if (operand instanceof Operand.NumberField field) {
      Long millionths = field.millionths().of(tx);
      return millionths == null ? null : new BigDecimal(millionths).movePointLeft(6);
    }
    if (operand instanceof Operand.TextPair pair) {
      String first = text(pair.first(), tx);
      String second = text(pair.second(), tx);
      return first == null || second == null ? null : List.of(first, second);
    }
    if (operand instanceof Operand.TextField field) {
      return text(field, tx);
    }
    throw new AssertionError("the oracle does not know " + operand);
  }

  private static BigDecimal amount(Transaction tx) {
    int digits = Math.max(0, Currency.getInstance(tx.currency()).getDefaultFractionDigits());
    return new BigDecimal(tx.amountMinor()).movePointLeft(digits);
  }

  private static @Nullable String text(Operand.TextField field, Transaction tx) {
    return switch (field.name()) {
      case "id" -> tx.id();
      case "userId" -> tx.userId();
      case "merchantId" -> tx.merchantId();
      case "deviceId" -> tx.deviceId();
      case "city" -> tx.city();
      case "country" -> tx.country();
      case "category" -> tx.category();
      case "paymentMethod" -> tx.paymentMethod();
      case "currency" -> tx.currency();
      default -> field.text().of(tx);
    };
  }

  private static @Nullable Double number(Function function, List<BigDecimal> numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal each : numbers) {
      sum = sum.add(each);
    }
    if (function == Function.SUM) {
      return sum.doubleValue();
    }
    if (numbers.isEmpty()) {
      return null;
    }
    BigDecimal count = new BigDecimal(numbers.size());
    return switch (function) {
      case MEAN -> sum.divide(count, MANY).doubleValue();
      case MIN -> numbers.stream().min(Comparator.naturalOrder()).orElseThrow().doubleValue();
      case MAX -> numbers.stream().max(Comparator.naturalOrder()).orElseThrow().doubleValue();
      case STDDEV -> Math.sqrt(variance(numbers, sum, count).doubleValue());
      default -> throw new AssertionError("the oracle does not know " + function);
    };
  }

  /**
   * The mean square of the distances from the mean, each of which is taken as often as there are.
   */
  private static BigDecimal variance(List<BigDecimal> numbers, BigDecimal sum, BigDecimal count) {
    BigDecimal squares = BigDecimal.ZERO;
    for (BigDecimal each : numbers) {
      squares = squares.add(each.multiply(count).subtract(sum).pow(2));
    }
    return squares.divide(count.pow(3), MANY);
  }

  private static Object plain(Object value) {
    return value instanceof BigDecimal number ? number.doubleValue() : value;
  }
}
