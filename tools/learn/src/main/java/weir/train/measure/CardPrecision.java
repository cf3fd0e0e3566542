package weir.train.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import weir.train.rows.Part;

/**
 * What an analyst finds who looks at the same number of cards every day. For each day (in UTC) the
 * users are ranked by their greatest margin of that day; equal ones by their ids. The first k are
 * looked at. One who has a fraud on that day is found, and is not looked at on any later day. Card
 * precision at k is the share of those found among those looked at, over all days.
 */
public final class CardPrecision {
  private static final long DAY_MILLIS = 86_400_000;

  private CardPrecision() {}

  /** A user's day. */
  private static final class Card {
    final String user;
    long margin = Long.MIN_VALUE;
    boolean fraud;

    Card(String user) {
      this.user = user;
    }
  }

  private static final Comparator<Card> MOST_SUSPICIOUS_FIRST =
      Comparator.comparingLong((Card each) -> each.margin)
          .reversed()
          .thenComparing(each -> each.user);

  /** Nothing if no card is looked at. */
  public static OptionalDouble at(int cards, long[] margins, Part part) {
    Set<String> found = new HashSet<>();
    long lookedAt = 0;
    int end = 0;
    for (int begin = 0; begin < part.size(); begin = end) {
      long day = Math.floorDiv(part.time(begin), DAY_MILLIS);
      Map<String, Card> ofDay = new HashMap<>();
      end = begin;
      while (end < part.size() && Math.floorDiv(part.time(end), DAY_MILLIS) == day) {
        String user = part.user(end);
        if (!found.contains(user)) {
          Card card = ofDay.computeIfAbsent(user, Card::new);
          card.margin = Math.max(card.margin, margins[end]);
          card.fraud |= part.fraud(end);
        }
        end++;
      }
      List<Card> ranked = new ArrayList<>(ofDay.values());
      ranked.sort(MOST_SUSPICIOUS_FIRST);
      List<Card> first = ranked.subList(0, Math.min(cards, ranked.size()));
      lookedAt += first.size();
      first.stream().filter(each -> each.fraud).forEach(each -> found.add(each.user));
    }
    return lookedAt == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) found.size() / lookedAt);
  }
}
