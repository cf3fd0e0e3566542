package weir.backtest.answer;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How right alerts about payments were, as the views of labels count it.
 *
 * @param frauds alerts about payments that are labelled as fraud
 * @param honest alerts about payments that are labelled as honest
 * @param unlabelled alerts about payments of which nobody has said anything
 * @param inSight all labelled frauds that were judged by a book in which the rule stands
 * @param caught what was paid in the frauds that were found, by currency
 * @param missed what was paid in the other frauds in sight, by currency
 */
public record Hits(
    long frauds,
    long honest,
    long unlabelled,
    long inSight,
    SortedMap<String, BigDecimal> caught,
    SortedMap<String, BigDecimal> missed) {
  public Hits {
    caught = Collections.unmodifiableSortedMap(new TreeMap<>(caught));
    missed = Collections.unmodifiableSortedMap(new TreeMap<>(missed));
  }

  /** The part of the alerts that are about frauds: what nobody has labelled counts as honest. */
  public OptionalDouble precision() {
    return part(frauds, frauds + falseAlarms());
  }

  /** The part of the frauds in sight that were found. */
  public OptionalDouble recall() {
    return part(frauds, inSight);
  }

  /** Alerts about payments that are not labelled as fraud. */
  public long falseAlarms() {
    return honest + unlabelled;
  }

  /** How many of them there are for each fraud that was found. */
  public OptionalDouble falseAlarmsPerFraud() {
    return part(falseAlarms(), frauds);
  }

  /** The part of the money in frauds that was found, by currency; none where nothing was paid. */
  public SortedMap<String, Double> parts() {
    SortedMap<String, BigDecimal> all = new TreeMap<>(caught);
    missed.forEach((currency, paid) -> all.merge(currency, paid, BigDecimal::add));
    SortedMap<String, Double> parts = new TreeMap<>();
    all.forEach(
        (currency, paid) -> {
          if (paid.signum() > 0) {
            BigDecimal found = caught.getOrDefault(currency, BigDecimal.ZERO);
            parts.put(currency, found.doubleValue() / paid.doubleValue());
          }
        });
    return parts;
  }

  private static OptionalDouble part(long some, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / all);
  }
}
