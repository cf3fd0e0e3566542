package weir.oracle;

import java.util.List;
import java.util.Random;
import weir.learn.Model;

/**
 * Small books whose features look at labels, by the user, a shop, and a shop and something else.
 */
public final class SmallLabelBooks {
  private static final String CHARTER =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 18 s
      lead: 2 s
      keys: {merchant: merchantId, spot: [merchantId, deviceId], till: [merchantId, currency]}
      labels: true
      """;

  private static final String FEATURES =
      """
      features:
        my_frauds: {count: fraud, window: 14 s}
        my_share: {share: fraud, window: 6 s, delay: 6 s}
        shop_6s: {count: transactions, by: merchant, window: 6 s}
        shop_frauds: {count: fraud, by: merchant, window: 12 s}
        shop_again: {count: fraud, by: merchant, window: 12 s}
        shop_share: {share: fraud, by: merchant, window: 7 s, delay: 5 s, edge: 2 s}
        shop_soon: {share: fraud, by: merchant, window: 10 s, delay: 2 s}
        shop_spent: {sum: amount, by: merchant, window: 14 s}
        shop_past: {count: transactions, by: merchant, window: 7 s, delay: 5 s, edge: 2 s}
        till_frauds: {count: fraud, by: till, window: 8 s}
        spot_frauds: {count: fraud, by: spot, window: 9 s, delay: 1 s, edge: 3 s}
      """;

  /** A book with all features, and a rule that says little. */
  public static final String TEXT =
      CHARTER
          + FEATURES
          + "rules: [{id: any, version: 1, kind: amount-over, severity: low, limit: 1}]";

  private static final Model OF_SOME =
      SmallModels.of(
          TEXT,
          List.of("amount", "shop_frauds", "my_frauds > 0 || amount > 60", "shop_6s", "shop_spent"),
          /* trees= */ 5,
          new Random(13));
  private static final Model OF_ALL =
      SmallModels.of(TEXT, List.of(), /* trees= */ 9, new Random(10));

  private static final List<List<String>> RULES =
      List.of(
          List.of(
              "{id: bad-shop, version: 1, severity: high, when: shop_frauds == 1,"
                  + " reason: '{shop_frauds} frauds here'}",
              "{id: bad-shop, version: 2, severity: low, when: shop_again == 2 || shop_share >= 0.4,"
                  + " reason: '{shop_again} and {shop_share}'}",
              "{id: bad-shop, version: 3, severity: low, when: 'shop_soon > 0.0 || shop_frauds > 0', mode: shadow,"
                  + " reason: '{shop_soon} {shop_frauds}'}",
              // It looks at the same shops, and at no labels.
              "{id: bad-shop, version: 4, severity: low, when: 'shop_spent > 90 || shop_past > 1',"
                  + " reason: '{shop_spent} {shop_past}'}"),
          List.of(
              "{id: victim, version: 1, severity: high, when: my_frauds > 0 && amount > 20,"
                  + " reason: '{my_frauds} before'}",
              "{id: victim, version: 2, severity: low, when: my_share > 0.3 || my_frauds == 1,"
                  + " reason: '{my_share}'}"),
          List.of(
              "{id: both, version: 1, severity: low,"
                  + " when: 'my_frauds + shop_frauds > 0 && shop_6s > 1',"
                  + " reason: '{my_frauds} {shop_frauds} {shop_6s}'}",
              "{id: both, version: 2, severity: low, rollout: 50 %,"
                  + " when: 'spot_frauds > 0 || shop_frauds == 0 && my_frauds > 0',"
                  + " reason: '{spot_frauds} {my_frauds}'}",
              "{id: both, version: 3, severity: low, when: 'till_frauds == 1',"
                  + " reason: '{till_frauds}'}"),
          List.of(
              learned(1, OF_SOME, 600, ""),
              learned(2, OF_ALL, 300, ", rollout: 50 %"),
              learned(3, OF_SOME, 750, ", mode: shadow"),
              learned(4, OF_SOME, 450, ", filter: {amountOver: 30}")));

  private static final List<Integer> BEGIN = List.of(0, 0, SmallBooks.WITHOUT, 0);

  private static final List<List<String>> LISTS =
      List.of(List.of("snoozed", "bad-shop/u0", "victim/u1"), List.of("risky", "m0"));

  /** All of that. */
  public static final SmallBooks BOOKS =
      new SmallBooks(CHARTER, FEATURES, RULES, BEGIN, LISTS, List.of(OF_SOME, OF_ALL));

  private SmallLabelBooks() {}

  private static String learned(int version, Model model, int over, String more) {
    return "{id: learned, version: "
        + version
        + ", severity: high, kind: model, artefact: "
        + model.name()
        + ", over: "
        + over
        + more
        + "}";
  }
}
