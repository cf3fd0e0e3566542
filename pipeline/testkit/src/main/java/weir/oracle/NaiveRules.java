package weir.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;
import weir.model.Alert;
import weir.model.Transaction;
import weir.rules.AmountOver;
import weir.rules.AskingRule;
import weir.rules.ByExpression;
import weir.rules.ByModel;
import weir.rules.CountInWindow;
import weir.rules.DistinctPlaces;
import weir.rules.KeyedRule;
import weir.rules.OfInputs;
import weir.rules.SumInWindow;
import weir.rules.TravelSpeed;

/** A second implementation of each kind of rule, over all transactions there are. */
final class NaiveRules {
  private NaiveRules() {}

  /** What a rule finds, before it is an alert. */
  private record Found(
      @Nullable BigDecimal observed,
      @Nullable BigDecimal limit,
      @Nullable String unit,
      List<Transaction> evidence,
      String why) {}

  static List<Alert> judge(
      KeyedRule rule, int book, NaiveLook look, Transaction tx, List<Transaction> history) {
    if (!look.passes(rule.header().filter(), tx)) {
      return List.of();
    }
    String by = rule.header().by();
    if (by != null && !look.keys().has(by, look.heard(tx))) {
      return List.of();
    }
    List<Transaction> window = new ArrayList<>();
    for (Transaction other : by == null ? history : ofKey(rule, look, tx)) {
      boolean inside = tx.time() - rule.windowMillis() < other.time() && other.time() <= tx.time();
      if (rule.windowMillis() == 0 ? other.equals(tx) : inside) {
        window.add(other);
      }
    }
    if (rule instanceof ByExpression expression) {
      return expression(expression, book, look, tx, window, history);
    }
    if (rule instanceof ByModel model) {
      return model(model, book, look, tx, window, history);
    }
    if (rule instanceof OfInputs inputs) {
      return inputs(inputs, book, look, tx, window, history);
    }
    List<Found> found = new ArrayList<>();
    if (rule instanceof AmountOver amount) {
      amount(amount, tx, found);
    } else if (rule instanceof CountInWindow count) {
      count(count, look, window, found);
    } else if (rule instanceof SumInWindow sum) {
      sum(sum, look, tx, window, found);
    } else if (rule instanceof DistinctPlaces places) {
      places(places, look, tx, window, found);
    } else if (rule instanceof TravelSpeed travel) {
      travel(travel, look, tx, window, found);
    } else {
      throw new AssertionError("the oracle does not know " + rule);
    }
    return found.stream().map(each -> alert(rule, book, look, tx, window, each)).toList();
  }

  private static List<Transaction> ofKey(KeyedRule rule, NaiveLook look, Transaction tx) {
    return look.keys().around(rule, look.heard(tx)).stream()
        .map(NaiveFeatures.Heard::transaction)
        .sorted(NaiveFeatures.ORDER)
        .toList();
  }

  private static List<Alert> expression(
      ByExpression rule,
      int book,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      List<Transaction> history) {
    NaiveByExpression naive = new NaiveByExpression(rule, look, tx, history);
    if (!naive.fires()) {
      return List.of();
    }
    Found found = new Found(null, null, null, List.of(), naive.reason());
    long seen = NaiveKeys.of(rule).isEmpty() ? window.size() : naive.seen();
    return List.of(alert(rule, book, look, tx, seen, found, naive.said(), naive.evidence(), seen));
  }

  private static List<Alert> model(
      ByModel rule,
      int book,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      List<Transaction> history) {
    NaiveByModel naive = new NaiveByModel(rule, look, tx, history);
    if (!naive.fires()) {
      return List.of();
    }
    Found found =
        new Found(
            BigDecimal.valueOf(naive.score()),
            BigDecimal.valueOf(rule.over()),
            "score",
            List.of(),
            naive.reason());
    long seen = NaiveKeys.of(rule).isEmpty() ? window.size() : naive.seen();
    return List.of(alert(rule, book, look, tx, seen, found, naive.said(), List.of(tx.id()), seen));
  }

  private static List<Alert> inputs(
      OfInputs rule,
      int book,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      List<Transaction> history) {
    NaiveOfInputs naive = new NaiveOfInputs(rule, look, tx, history);
    Found found = new Found(null, null, null, List.of(), naive.reason());
    long seen = NaiveKeys.of(rule).isEmpty() ? window.size() : naive.seen();
    return List.of(alert(rule, book, look, tx, seen, found, "{}", List.of(tx.id()), seen));
  }

  /** The score that the first model of a book gives; nothing without one. */
  static @Nullable Integer score(
      RuleBook book, NaiveLook look, Transaction tx, List<Transaction> history) {
    for (KeyedRule rule : book.keyedRules()) {
      if (rule instanceof ByModel model) {
        return look.passes(rule.header().filter(), tx)
            ? (Integer) new NaiveByModel(model, look, tx, history).score()
            : null;
      }
    }
    return null;
  }

  private static void amount(AmountOver rule, Transaction tx, List<Found> found) {
    if (NaiveFilter.over(tx, rule.limit())) {
      BigDecimal amount = NaiveFilter.amount(tx.amountMinor(), tx.currency());
      String limit = NaiveFilter.limit(rule.limit(), tx.currency()).toPlainString();
      String why =
          tx.currency() + " " + amount.toPlainString() + " in one payment is over the limit of ";
      found.add(
          new Found(
              amount,
              NaiveFilter.limit(rule.limit(), tx.currency()),
              tx.currency(),
              List.of(tx),
              why + limit));
    }
  }

  private static void count(
      CountInWindow rule, NaiveLook look, List<Transaction> window, List<Found> found) {
    List<Transaction> counted =
        window.stream().filter(tx -> look.passes(rule.header().filter(), tx)).toList();
    if (counted.size() > rule.moreThan()) {
      String why =
          String.format(
              Locale.ROOT,
              "%d matching transactions within %s, more than %d",
              counted.size(),
              NaiveTimes.text(rule.windowMillis()),
              rule.moreThan());
      found.add(
          new Found(
              BigDecimal.valueOf(counted.size()),
              BigDecimal.valueOf(rule.moreThan()),
              "transactions",
              counted,
              why));
    }
  }

  private static void sum(
      SumInWindow rule,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      List<Found> found) {
    List<Transaction> counted = new ArrayList<>();
    BigDecimal total = NaiveFilter.amount(0, tx.currency());
    for (Transaction other : window) {
      if (other.currency().equals(tx.currency()) && look.passes(rule.header().filter(), other)) {
        counted.add(other);
        total = total.add(NaiveFilter.amount(other.amountMinor(), tx.currency()));
      }
    }
    BigDecimal limit = NaiveFilter.limit(rule.limit(), tx.currency());
    if (total.compareTo(limit) > 0) {
      String why =
          String.format(
              Locale.ROOT,
              "%s %s in %d matching transactions within %s, over the limit of %s",
              tx.currency(),
              total.toPlainString(),
              counted.size(),
              NaiveTimes.text(rule.windowMillis()),
              limit.toPlainString());
      found.add(new Found(total, limit, tx.currency(), counted, why));
    }
  }

  private static void places(
      DistinctPlaces rule,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      List<Found> found) {
    Map<List<String>, String> places = new LinkedHashMap<>();
    List<Transaction> placed = new ArrayList<>();
    for (Transaction other : window) {
      if (other.city() != null && look.passes(rule.header().filter(), other)) {
        String country = other.country() == null ? "" : other.country();
        places.putIfAbsent(List.of(folded(other.city()), folded(country)), NaivePlaces.name(other));
        placed.add(other);
      }
    }
    if (tx.city() != null && places.size() >= rule.atLeast()) {
      List<String> names = new ArrayList<>(places.values());
      boolean many = names.size() > 5;
      String list = String.join(", ", many ? names.subList(0, 5) : names) + (many ? ", ..." : "");
      String within = NaiveTimes.text(rule.windowMillis());
      found.add(
          new Found(
              BigDecimal.valueOf(places.size()),
              BigDecimal.valueOf(rule.atLeast()),
              "cities",
              placed,
              places.size() + " cities within " + within + ": " + list));
    }
  }

  private static void travel(
      TravelSpeed rule,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      List<Found> found) {
    Transaction before = null;
    for (Transaction other : window.subList(0, window.indexOf(tx))) {
      if (other.latitude() != null && look.passes(rule.header().filter(), other)) {
        before = other;
      }
    }
    if (before == null || tx.latitude() == null) {
      return;
    }
    long metres = NaivePlaces.metres(before, tx);
    long millis = tx.time() - before.time();
    long kmh = Math.round(metres * 3600.0 * 1000 / 1000 / Math.max(millis, 1000));
    if (metres > rule.overKm() * 1000L && kmh > rule.overKmh()) {
      String why =
          String.format(
              Locale.ROOT,
              "%s to %s, %d km in %s: %d km/h, over %d",
              NaivePlaces.name(before),
              NaivePlaces.name(tx),
              metres / 1000,
              NaiveTimes.text(millis),
              kmh,
              rule.overKmh());
      found.add(
          new Found(
              BigDecimal.valueOf(kmh),
              BigDecimal.valueOf(rule.overKmh()),
              "km/h",
              List.of(before, tx),
              why));
    }
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Alert alert(
      KeyedRule rule,
      int book,
      NaiveLook look,
      Transaction tx,
      List<Transaction> window,
      Found found) {
    List<String> ids = found.evidence().stream().map(Transaction::id).toList();
    List<String> newest = ids.subList(Math.max(0, ids.size() - 20), ids.size());
    String values = look.keys().isWarm(rule, look.heard(tx)) ? null : "{\"warm\":false}";
    return alert(rule, book, look, tx, window.size(), found, values, newest, ids.size());
  }

  private static Alert alert(
      KeyedRule rule,
      int book,
      NaiveLook look,
      Transaction tx,
      long seen,
      Found found,
      @Nullable String values,
      List<String> evidence,
      long evidenceCount) {
    long reach = rule instanceof AskingRule asking ? NaiveKeys.reach(asking) : rule.windowMillis();
    return new Alert(
        NaiveIds.id(rule.header(), tx.userId(), tx.id(), tx.time()),
        Alert.Status.RAISED,
        rule.header().id(),
        rule.header().version(),
        book,
        look.mode(rule.header(), tx),
        rule.header().severity(),
        tx.userId(),
        tx.id(),
        tx.time(),
        tx.time() - reach,
        tx.time(),
        seen,
        found.observed(),
        found.limit(),
        found.unit(),
        values,
        look.keys().said(rule, look.heard(tx)),
        evidence,
        evidenceCount,
        found.why());
  }
}
