package weir.oracle;

import java.util.List;

/** Small books whose rules and features look at merchants, devices and both together. */
public final class SmallKeyBooks {
  private static final String CHARTER =
      """
      allowedLateness: 3 s
      allowedClockSkew: 1 s
      horizon: 18 s
      lead: 2 s
      keys: {merchant: merchantId, device: deviceId, spot: [merchantId, deviceId]}
      """;

  /** Some are the same under other names, and some share what is folded. */
  private static final String FEATURES =
      """
      features:
        mine_9s: {count: transactions, window: 9 s}
        my_mean: {mean: amount, window: 12 s, without: itself}
        my_edge: {sum: amount, window: 8 s, edge: 2 s}
        shop_6s: {count: transactions, by: merchant, window: 6 s}
        shop_too: {count: transactions, by: merchant, window: 6 s}
        shop_cards: {distinct: userId, by: merchant, window: 8 s, where: "amount < 110"}
        shop_edge: {sum: amount, by: merchant, window: 8 s, edge: 2 s}
        shop_mean: {mean: amount, by: merchant, window: 10 s, edge: 2 s, without: itself}
        shop_late: {count: transactions, by: merchant, window: 6 s, delay: 5 s, edge: 3 s}
        shop_risky: {distinct: userId, by: merchant, window: 10 s, edge: 2 s,
          where: "merchantId in list('risky')"}
        device_many: {count: transactions, by: device, window: 12 s, edge: 4 s}
        device_last: {last: city, by: device, window: 9 s, edge: 3 s, without: itself}
        device_gap: {gap: transactions, by: device, window: 7 s}
        spot_users: {distinct: userId, by: spot, window: 9 s, edge: 3 s}
      """;

  private static final List<List<String>> RULES =
      List.of(
          List.of(
              "{id: shop-often, version: 1, kind: count-in-window, severity: low, by: merchant,"
                  + " moreThan: 2, window: 5 s}",
              "{id: shop-often, version: 2, kind: count-in-window, severity: high, by: merchant,"
                  + " moreThan: 2, window: 8 s, filter: {paymentMethod: card}}",
              "{id: shop-often, version: 3, kind: count-in-window, severity: low, by: merchant,"
                  + " moreThan: 1, window: 5 s, filter: {userIdNotIn: vip}, mode: shadow}"),
          List.of(
              "{id: sum, version: 1, kind: sum-in-window, severity: low, by: device, limit: 150,"
                  + " window: 6 s}",
              "{id: sum, version: 2, kind: sum-in-window, severity: low, by: spot, limit: 100,"
                  + " window: 6 s}",
              "{id: sum, version: 3, kind: sum-in-window, severity: low, by: device, limit: 110,"
                  + " window: 9 s, rollout: 50 %}"),
          List.of(
              "{id: places, version: 1, kind: distinct-places, severity: low, by: device,"
                  + " atLeast: 2, window: 4 s}",
              "{id: places, version: 2, kind: distinct-places, severity: low, by: merchant,"
                  + " atLeast: 2, window: 6 s}"),
          List.of(
              "{id: travel, version: 1, kind: travel-speed, severity: low, by: device,"
                  + " overKmh: 900, overKm: 100, window: 8 s}",
              "{id: travel, version: 2, kind: travel-speed, severity: low, by: spot,"
                  + " overKmh: 900, overKm: 20, window: 9 s}"),
          List.of(
              "{id: busy, version: 1, severity: low, when: shop_6s > 2 && shop_cards >= 2,"
                  + " reason: '{shop_6s} of {shop_cards}'}",
              "{id: busy, version: 2, severity: low, when: shop_too > 2 || shop_cards > 2,"
                  + " reason: '{shop_too} of {shop_cards}'}",
              "{id: busy, version: 3, severity: high, when: shop_6s > 2, filter: {merchantIdIn: risky},"
                  + " reason: many}"),
          List.of(
              "{id: mixed, version: 1, severity: high,"
                  + " when: 'shop_edge > 200 && device_many >= 2 || mine_9s > 2 && device_many > 2',"
                  + " reason: '{shop_edge} here, {device_many} there, {mine_9s} of the user'}",
              "{id: mixed, version: 2, severity: low,"
                  + " when: 'mine_9s >= 2 && shop_6s > 1 && spot_users >= 1 || mine_9s > 3',"
                  + " reason: '{mine_9s} {shop_6s} {spot_users} {device_last}'}",
              "{id: mixed, version: 3, severity: low, rollout: 50 %,"
                  + " when: 'amount > my_mean && device_many > 1', reason: '{my_edge}'}"),
          List.of(
              "{id: slow, version: 1, severity: low,"
                  + " when: shop_late > 1 || amount > 1.5 * shop_mean,"
                  + " reason: '{shop_late} before, usually {shop_mean}'}",
              "{id: slow, version: 2, severity: low, when: shop_late > 0 || shop_risky > 1,"
                  + " reason: '{shop_late} before, {shop_risky} risky ones'}",
              "{id: slow, version: 3, severity: low, when: shop_edge > 120,"
                  + " reason: '{shop_edge} by {shop_cards}'}"),
          List.of(
              "{id: last, version: 1, severity: low, when: device_last != city,"
                  + " reason: 'from {device_last} after {device_gap} s'}",
              "{id: last, version: 2, severity: low, when: device_gap < 2, reason: '{device_gap}'}"),
          List.of(
              "{id: own, version: 1, kind: count-in-window, severity: low, moreThan: 1,"
                  + " window: 4 s}",
              "{id: own, version: 2, severity: low, when: mine_9s > 2 && my_edge > 100,"
                  + " reason: '{mine_9s} {my_edge}'}"),
          List.of(
              "{id: spend, version: 1, kind: total-in-windows, severity: low, limit: 150,"
                  + " window: 3 s, every: 2 s}"),
          List.of(
              "{id: spot, version: 1, severity: low, when: spot_users >= 2 && amount >= 60,"
                  + " reason: '{spot_users} users'}",
              "{id: spot, version: 2, severity: low, when: spot_users >= 2 || my_edge > 200,"
                  + " reason: '{spot_users} users'}"));

  private static final List<Integer> BEGIN =
      List.of(0, SmallBooks.WITHOUT, 0, SmallBooks.WITHOUT, 0, 0, 0, 0, 1, 0, SmallBooks.WITHOUT);

  private static final List<List<String>> LISTS =
      List.of(
          List.of("risky", "m0", "m1", "m2"),
          List.of("vip", "u0", "u1", "u7"),
          List.of("snoozed", "busy/u0", "busy/u1", "mixed/u0", "shop-often/u1", "last/u2"));

  /** All of that. */
  public static final SmallBooks BOOKS = new SmallBooks(CHARTER, FEATURES, RULES, BEGIN, LISTS);

  private SmallKeyBooks() {}
}
