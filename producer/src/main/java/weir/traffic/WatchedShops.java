package weir.traffic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shops at which something happens now, according to {@link ShopScenes}. When it is over at
 * one, it begins at another. Its dice are its own: shops change labels and nothing else.
 */
final class WatchedShops {
  private static final List<Category> KINDS = List.of(Category.ONLINE, Category.DIGITAL);

  private final ShopScenes scenes;
  private final String idPrefix;
  private final Dice dice;
  private final Map<String, Watch> watches = new HashMap<>();
  private long nextEnd = Long.MAX_VALUE;
  private long begun;

  /** One shop for some weeks. */
  private static final class Watch {
    private final String shop;
    private final boolean compromised;
    private final double fraudShare;
    private final String campaign;
    private final long untilMillis;
    private long payments;

    private Watch(
        String shop, boolean compromised, double fraudShare, String campaign, long untilMillis) {
      this.shop = shop;
      this.compromised = compromised;
      this.fraudShare = fraudShare;
      this.campaign = campaign;
      this.untilMillis = untilMillis;
    }
  }

  /**
   * Shops as they are when the world begins, where everything has been going on for a while.
   *
   * @param idPrefix what the ids of campaigns begin with
   */
  WatchedShops(ShopScenes scenes, long seed, long startMillis, String idPrefix) {
    this.scenes = scenes;
    this.idPrefix = idPrefix;
    this.dice = Dice.of(seed, ShopScenes.COMPROMISED.hashCode());
    for (int i = 0; i < scenes.compromised() + scenes.honest(); i++) {
      begin(i < scenes.compromised(), startMillis, dice.share());
    }
  }

  /**
   * What an ordinary payment is part of, if anything. Each payment counts as a campaign of its own:
   * other cards are not safer because one is found.
   */
  @Nullable Scenery of(Payment payment, long millis) {
    while (nextEnd <= millis) {
      endOne();
    }
    Watch watch = watches.get(payment.merchant());
    if (watch == null || (watch.compromised && !dice.chance(watch.fraudShare))) {
      return null;
    }
    return new Scenery(
        watch.compromised ? ShopScenes.COMPROMISED : ShopScenes.HONEST,
        watch.compromised,
        watch.campaign + "-" + ++watch.payments);
  }

  private void endOne() {
    Watch over =
        watches.values().stream()
            .filter(watch -> watch.untilMillis == nextEnd)
            .min((a, b) -> a.shop.compareTo(b.shop))
            .orElseThrow();
    // The next one is another shop, so this one goes after that.
    begin(over.compromised, over.untilMillis, /* left= */ 1);
    watches.remove(over.shop);
    refresh();
  }

  private void begin(boolean compromised, long fromMillis, double left) {
    Range length = compromised ? scenes.compromisedFor() : scenes.honestFor();
    long until = fromMillis + Math.max(1, (long) (left * length.any(dice)));
    double share = compromised ? scenes.fraudShare().any(dice) : 0;
    String shop = free();
    String campaign = idPrefix + "-m" + ++begun;
    watches.put(shop, new Watch(shop, compromised, share, campaign, until));
    refresh();
  }

  private String free() {
    while (true) {
      String shop = Payment.knownShop(dice.oneOf(KINDS), dice);
      if (!watches.containsKey(shop)) {
        return shop;
      }
    }
  }

  private void refresh() {
    nextEnd =
        watches.values().stream()
            .mapToLong(watch -> watch.untilMillis)
            .min()
            .orElse(Long.MAX_VALUE);
  }
}
