package weir.oracle;

import java.util.Collections;
import java.util.List;
import weir.learn.Model;

/**
 * The books of a control topic: each has one version of some of the rules.
 *
 * @param charter of all of them
 * @param features in every book, for rules ask for them
 * @param rules the versions of each rule, one line each
 * @param begin which version of each rule the first book has
 * @param lists each begins with its name, followed by the ids that may be in it
 * @param models those that rules name, in the order in which they are announced
 */
public record SmallBooks(
    String charter,
    String features,
    List<List<String>> rules,
    List<Integer> begin,
    List<List<String>> lists,
    List<Model> models) {
  /** In place of a version: the rule is not in the book. */
  static final int WITHOUT = 9;

  /** Books without models. */
  SmallBooks(
      String charter,
      String features,
      List<List<String>> rules,
      List<Integer> begin,
      List<List<String>> lists) {
    this(charter, features, rules, begin, lists, List.of());
  }

  private static final List<List<String>> RULES_OF_USERS =
      List.of(
          List.of(
              "{id: dear, version: 1, kind: amount-over, severity: low, limit: 100}",
              "{id: dear, version: 2, kind: amount-over, severity: high, limit: 55}",
              "{id: dear, version: 3, kind: amount-over, severity: high, limit: 20,"
                  + " filter: {merchantIdIn: [risky, worse]}}",
              "{id: dear, version: 4, kind: amount-over, severity: high, limit: 20, mode: shadow}"),
          List.of(
              "{id: often, version: 1, kind: count-in-window, severity: low, moreThan: 2,"
                  + " window: 4 s}",
              "{id: often, version: 7, kind: count-in-window, severity: low, moreThan: 4,"
                  + " window: 18 s}",
              "{id: often, version: 8, kind: count-in-window, severity: low, moreThan: 1,"
                  + " window: 9 s, filter: {userIdNotIn: vip, merchantIdNotIn: risky}}"),
          List.of(
              "{id: places, version: 1, kind: distinct-places, severity: low, atLeast: 2,"
                  + " window: 3 s}",
              "{id: places, version: 2, kind: distinct-places, severity: low, atLeast: 2,"
                  + " window: 9 s, mode: shadow}",
              "{id: places, version: 3, kind: distinct-places, severity: low, atLeast: 2,"
                  + " window: 9 s, filter: {merchantIdIn: [risky, worse]}}"),
          List.of(
              "{id: sum, version: 1, kind: sum-in-window, severity: low, limit: 150, window: 4 s,"
                  + " filter: {amountBelow: 110}}",
              "{id: sum, version: 2, kind: sum-in-window, severity: low, limit: 80, window: 9 s}",
              "{id: sum, version: 3, kind: sum-in-window, severity: low, limit: 60, window: 9 s,"
                  + " rollout: 50 %, filter: {deviceIdNotIn: [worse]}}"),
          List.of(
              "{id: travel, version: 1, kind: travel-speed, severity: low, overKmh: 900,"
                  + " overKm: 100, window: 12 s}",
              "{id: travel, version: 2, kind: travel-speed, severity: low, overKmh: 900,"
                  + " overKm: 5000, window: 18 s}",
              "{id: travel, version: 3, kind: travel-speed, severity: low, overKmh: 900,"
                  + " overKm: 20, window: 18 s, filter: {merchantIdNotIn: [risky]}}"),
          List.of(
              "{id: unusual, version: 1, severity: low, when: amount > 2 * mean_12s,"
                  + " reason: '{amount} is {amount / mean_12s} times the usual'}",
              "{id: unusual, version: 2, severity: low, when: 'amount > 1.2 * mean_12s || since < 1',"
                  + " reason: 'after {since} s'}",
              "{id: unusual, version: 3, severity: high, rollout: 50 %,"
                  + " when: 'risky_9s > 1 || userId in list(\"vip\")',"
                  + " reason: '{risky_9s} at risky shops'}"),
          List.of(
              "{id: spend, version: 1, kind: total-in-windows, severity: low, limit: 150,"
                  + " window: 3 s, every: 2 s}",
              "{id: spend, version: 2, kind: total-in-windows, severity: low, limit: 100,"
                  + " window: 6 s, every: 2 s}",
              "{id: spend, version: 3, kind: total-in-windows, severity: low, limit: 100,"
                  + " window: 4 s, every: 4 s, filter: {paymentMethod: card}}",
              "{id: spend, version: 4, kind: total-in-windows, severity: low, limit: 60,"
                  + " window: 6 s, every: 3 s, filter: {merchantIdIn: [risky]}}"),
          List.of(
              "{id: spend-more, version: 1, kind: total-in-windows, severity: low, limit: 120,"
                  + " window: 5 s, every: 1 s, filter: {currency: EUR}}",
              "{id: spend-more, version: 2, kind: total-in-windows, severity: low, limit: 80,"
                  + " window: 5 s, every: 1 s, rollout: 50 %}"));

  private static final List<List<String>> LISTS_OF_USERS =
      List.of(
          List.of("risky", "m0", "m1", "m2"),
          List.of("vip", "u0", "u1", "u7"),
          List.of("worse", "m1", "d0", "d1"),
          List.of(
              "snoozed", "dear/u0", "dear/u1", "often/u0", "spend/u0", "spend/u1", "travel/u1"));

  /** Every kind of rule about users. The first book has the first version of each. */
  public static final SmallBooks OF_USERS =
      new SmallBooks(
          """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 18 s
      lead: 2 s
      """,
          """
      features:
        mean_12s: {mean: amount, window: 12 s, without: itself}
        risky_9s: {count: transactions, window: 9 s, where: "merchantId in list('risky')"}
        since: {gap: transactions, window: 6 s}
      """,
          RULES_OF_USERS,
          Collections.nCopies(RULES_OF_USERS.size(), 0),
          LISTS_OF_USERS);

  /** The text of the first book. */
  String first() {
    return charter + book(begin);
  }

  /** The text of a later book with these versions. */
  String book(List<Integer> versions) {
    StringBuilder yaml = new StringBuilder(features + "rules:\n");
    // One rule is in every book, because no book may be empty.
    yaml.append("  - {id: always, version: 1, kind: amount-over, severity: low, limit: 110}\n");
    for (int i = 0; i < rules.size(); i++) {
      List<String> rule = rules.get(i);
      if (versions.get(i) < rule.size()) {
        yaml.append("  - ").append(rule.get(versions.get(i))).append('\n');
      }
    }
    return yaml.toString();
  }
}
