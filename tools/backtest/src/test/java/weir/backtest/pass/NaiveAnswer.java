package weir.backtest.pass;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.backtest.answer.Answer;
import weir.backtest.answer.Change;
import weir.backtest.answer.Day;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Hits;
import weir.backtest.answer.Overlap;
import weir.backtest.answer.RuleAnswer;
import weir.book.RuleBook;
import weir.model.Alert;
import weir.rules.Rule;
import weir.rules.TotalInWindows;

/**
 * An answer as lines of text: counted from two runs of the oracle, one question after the other,
 * and printed of what a pass has said.
 *
 * @param booksBefore by their numbers
 * @param fraud by user, time and id of the payment, as far as anything is known
 */
record NaiveAnswer(
    NaiveSide before,
    NaiveSide after,
    Map<Integer, RuleBook> booksBefore,
    Map<Integer, RuleBook> booksAfter,
    Map<String, Boolean> fraud) {

  SortedSet<String> lines() {
    SortedSet<String> lines = new TreeSet<>();
    lines.add("payments " + after.payments().size());
    lines.add("frauds " + frauds(after.payments().keySet()).size());
    side("before", before, booksBefore, lines);
    side("after", after, booksAfter, lines);
    Set<String> rules = new HashSet<>(rules(before, booksBefore));
    rules.addAll(rules(after, booksAfter));
    for (String rule : rules) {
      lines.add(change(rule, things(before.of(rule)), things(after.of(rule))));
    }
    lines.add(
        change(
            "any",
            flags(before).stream().collect(Collectors.toMap(each -> each, each -> "flagged")),
            flags(after).stream().collect(Collectors.toMap(each -> each, each -> "flagged"))));
    overlaps(lines);
    days("before", before, lines);
    days("after", after, lines);
    return lines;
  }

  private void side(
      String name, NaiveSide side, Map<Integer, RuleBook> books, SortedSet<String> lines) {
    for (String rule : rules(side, books)) {
      Set<Alert.Mode> modes = new HashSet<>();
      side.of(rule).forEach(each -> modes.add(each.mode()));
      List<String> sight = new ArrayList<>();
      boolean[] keyed = {false};
      side.payments()
          .forEach(
              (key, payment) -> {
                for (Rule each : rules(books, payment.book())) {
                  if (each.header().id().equals(rule)) {
                    modes.addAll(each.header().audience().modes());
                    if (!(each instanceof TotalInWindows)) {
                      keyed[0] = true;
                      sight.add(key);
                    }
                  }
                }
              });
      for (Alert.Mode mode : modes) {
        List<Alert> alerts = side.of(rule, mode);
        lines.add(
            name
                + " "
                + rule
                + " "
                + mode
                + " "
                + alerts.size()
                + " of "
                + alerts.stream().map(Alert::userId).distinct().count()
                + hits(
                    side,
                    alerts.stream()
                        .filter(each -> each.transactionId() != null)
                        .map(NaiveSide::key)
                        .toList(),
                    keyed[0] ? frauds(sight) : null));
      }
    }
    Set<String> flags = flags(side);
    lines.add(
        name
            + " any "
            + flags.size()
            + " of "
            + flags.stream().map(each -> judged(side, each).user()).distinct().count()
            + hits(side, flags, frauds(side.payments().keySet())));
  }

  private static Set<String> rules(NaiveSide side, Map<Integer, RuleBook> books) {
    return side.payments().values().stream()
        .map(NaiveSide.Judged::book)
        .distinct()
        .flatMap(each -> rules(books, each).stream())
        .map(each -> each.header().id())
        .collect(Collectors.toSet());
  }

  private static NaiveSide.Judged judged(NaiveSide side, String payment) {
    return Objects.requireNonNull(side.payments().get(payment));
  }

  private static List<Rule> rules(Map<Integer, RuleBook> books, int number) {
    return Objects.requireNonNull(books.get(number)).rules();
  }

  private List<String> frauds(Collection<String> payments) {
    return payments.stream().filter(each -> Boolean.TRUE.equals(fraud.get(each))).toList();
  }

  private String hits(NaiveSide side, Collection<String> payments, @Nullable List<String> sight) {
    if (sight == null || fraud.isEmpty()) {
      return "";
    }
    List<String> found = frauds(payments);
    List<String> missed = new ArrayList<>(sight);
    missed.removeAll(found);
    long honest = payments.stream().filter(each -> Boolean.FALSE.equals(fraud.get(each))).count();
    return text(
        found.size(),
        honest,
        payments.size() - found.size() - honest,
        sight.size(),
        money(side, found),
        money(side, missed));
  }

  private static String text(
      long frauds,
      long honest,
      long unlabelled,
      long sight,
      SortedMap<String, BigDecimal> caught,
      SortedMap<String, BigDecimal> missed) {
    return String.format(
        ": %d frauds %d honest %d unlabelled, in sight %d, caught %s missed %s",
        frauds, honest, unlabelled, sight, plain(caught), plain(missed));
  }

  /** Nothing of a currency is as good as none. */
  private static SortedMap<String, String> plain(SortedMap<String, BigDecimal> money) {
    SortedMap<String, String> plain = new TreeMap<>();
    money.forEach(
        (currency, paid) -> {
          if (paid.signum() != 0) {
            plain.put(currency, paid.stripTrailingZeros().toPlainString());
          }
        });
    return plain;
  }

  private static SortedMap<String, BigDecimal> money(NaiveSide side, List<String> payments) {
    SortedMap<String, BigDecimal> money = new TreeMap<>();
    for (String each : payments) {
      NaiveSide.Judged payment = judged(side, each);
      money.merge(payment.currency(), payment.amount(), BigDecimal::add);
    }
    return money;
  }

  private static Set<String> flags(NaiveSide side) {
    return side.alerts().values().stream()
        .filter(each -> each.transactionId() != null && each.mode() == Alert.Mode.LIVE)
        .map(NaiveSide::key)
        .collect(Collectors.toSet());
  }

  /** What alerts of a rule are about, and what they amount to; a window may have several. */
  private static Map<String, String> things(List<Alert> alerts) {
    Map<String, String> things = new HashMap<>();
    for (Alert each : alerts) {
      String thing =
          each.transactionId() != null
              ? NaiveSide.key(each)
              : each.userId() + " " + each.unit() + " " + each.windowEnd();
      String place = thing;
      for (int i = 1; things.containsKey(place); i++) {
        place = thing + " again " + i;
      }
      things.put(place, each.standing());
    }
    return things;
  }

  private static String change(String rule, Map<String, String> before, Map<String, String> after) {
    long kept = after.entrySet().stream().filter(before.entrySet()::contains).count();
    long both = after.keySet().stream().filter(before::containsKey).count();
    return text(rule, new Change(kept, both - kept, after.size() - both, before.size() - both));
  }

  private static String text(String rule, Change change) {
    return rule + " " + change;
  }

  private void overlaps(SortedSet<String> lines) {
    Map<String, Set<String>> byRule = new TreeMap<>();
    for (Alert each : after.alerts().values()) {
      if (each.transactionId() != null) {
        byRule.computeIfAbsent(each.ruleId(), any -> new HashSet<>()).add(NaiveSide.key(each));
      }
    }
    byRule.forEach(
        (one, its) ->
            byRule.forEach(
                (other, others) -> {
                  Set<String> common = new HashSet<>(its);
                  common.retainAll(others);
                  if (one.compareTo(other) < 0 && !common.isEmpty()) {
                    lines.add(overlap(one, other, common.size(), its.size(), others.size()));
                  }
                }));
  }

  private static String overlap(String one, String other, long common, long its, long others) {
    return one.compareTo(other) < 0
        ? "both " + one + " " + its + " and " + other + " " + others + ": " + common
        : overlap(other, one, common, others, its);
  }

  private static void days(String name, NaiveSide side, SortedSet<String> lines) {
    Map<LocalDate, Long> days =
        side.alerts().values().stream()
            .filter(each -> each.mode() == Alert.Mode.LIVE)
            .collect(
                Collectors.groupingBy(
                    each ->
                        LocalDate.ofInstant(Instant.ofEpochMilli(each.eventTime()), ZoneOffset.UTC),
                    Collectors.counting()));
    days.forEach((day, many) -> lines.add(name + " on " + day + " " + many));
  }

  /** The lines of what was found. */
  static SortedSet<String> lines(Answer answer) {
    SortedSet<String> lines = new TreeSet<>();
    lines.add("payments " + answer.volume().payments());
    lines.add("frauds " + answer.volume().frauds());
    for (RuleAnswer rule : answer.rules()) {
      rule.before()
          .forEach((mode, its) -> lines.add(text("before", rule.rule() + " " + mode, its)));
      rule.after().forEach((mode, its) -> lines.add(text("after", rule.rule() + " " + mode, its)));
      lines.add(text(rule.rule(), rule.change()));
    }
    lines.add(text("before", "any", answer.flagged().before()));
    lines.add(text("after", "any", answer.flagged().after()));
    lines.add(text("any", answer.flagged().change()));
    for (Overlap each : answer.overlaps()) {
      lines.add(overlap(each.one(), each.other(), each.payments(), each.ofOne(), each.ofOther()));
    }
    for (Day each : answer.days()) {
      Stream.of(Map.entry("before", each.before()), Map.entry("after", each.after()))
          .filter(side -> side.getValue() > 0)
          .forEach(side -> lines.add(side.getKey() + " on " + each.date() + " " + side.getValue()));
    }
    return lines;
  }

  private static String text(String side, String what, Figures figures) {
    Hits hits = figures.hits();
    return side
        + " "
        + what
        + " "
        + figures.alerts()
        + " of "
        + figures.users()
        + (hits == null
            ? ""
            : text(
                hits.frauds(),
                hits.honest(),
                hits.unlabelled(),
                hits.inSight(),
                hits.caught(),
                hits.missed()));
  }
}
