package weir.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of edges, to which something is added anywhere, say what a plain map says. */
class SeriesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void sumsAreThoseOfAMap(long seed) {
    Random random = new Random(seed);
    Series<Long> series = Series.empty(Form.COUNT);
    TreeMap<Long, Long> naive = new TreeMap<>();
    long kept = Long.MIN_VALUE;
    for (int round = 0; round < 3000; round++) {
      SortedMap<Long, Long> more = new TreeMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        // Mostly among the newest.
        long edge = round / 2L - random.nextInt(random.nextInt(5) == 0 ? 900 : 3);
        more.put(edge, (long) random.nextInt(9));
      }
      kept = random.nextInt(50) == 0 ? round / 2 - 800 : kept;
      Series<Long> before = series;
      long sumBefore = sum(naive, -1000, 9999);
      series = series.plus(more, kept);
      more.forEach((edge, count) -> naive.merge(edge, count, Long::sum));
      naive.headMap(kept).clear();

      long from = round / 2L - random.nextInt(1000);
      long end = random.nextBoolean() ? 9999 : from + random.nextInt(1000);
      assertThat(series.sum(from, end)).isEqualTo(sum(naive, from, end));
      assertThat(before.sum(-1000, 9999)).as("the one before").isEqualTo(sumBefore);
    }
    assertThat(naive).hasSizeGreaterThan(700);
  }

  /** Sums of texts are remembered, as long as nothing is added to what they are of. */
  @Test
  void rememberedSumsAreThoseOfAMap() {
    Random random = new Random(5);
    Series<Set<String>> series = Series.empty(Form.TEXTS);
    NavigableMap<Long, Set<String>> naive = new TreeMap<>();
    for (int round = 0; round < 2000; round++) {
      long edge = round / 50L - random.nextInt(4);
      Set<String> more = Set.of("v" + random.nextInt(3000));
      long kept = round / 50L - 20;
      series = series.plus(new TreeMap<>(Map.of(edge, more)), kept);
      naive.computeIfAbsent(edge, any -> new TreeSet<>()).addAll(more);
      naive.headMap(kept).clear();

      long end = round / 50L - random.nextInt(3);
      long from = random.nextBoolean() ? 0 : end - 1 - random.nextInt(24);
      Set<String> expected = new TreeSet<>();
      naive.subMap(from, Math.max(from, end)).values().forEach(expected::addAll);
      assertThat(series.sum(from, end)).isEqualTo(expected);
      assertThat(series.sum(from, end)).isSameAs(series.sum(from, end));
    }
  }

  private static long sum(NavigableMap<Long, Long> naive, long from, long end) {
    return naive.subMap(from, Math.max(from, end)).values().stream().mapToLong(each -> each).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLatestEdgeOfAValueIsThatOfAMap(long seed) {
    Random random = new Random(seed);
    Latest latest = Latest.NOTHING;
    Map<String, Long> naive = new HashMap<>();
    long kept = Long.MIN_VALUE;
    for (int round = 0; round < 3000; round++) {
      Map<String, Long> more = new HashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        long edge = round / 10L - random.nextInt(random.nextInt(5) == 0 ? 90 : 3);
        more.put("v" + random.nextInt(200), edge);
      }
      kept = random.nextInt(50) == 0 ? round / 10 - 60 : kept;
      Latest before = latest;
      int countBefore = naive.size();
      latest = latest.plus(more, kept);
      more.forEach((value, edge) -> naive.merge(value, edge, Math::max));
      long oldest = kept;
      naive.values().removeIf(edge -> edge < oldest);

      long from = round / 10L - random.nextInt(100);
      assertThat(latest.countSince(from))
          .isEqualTo((int) naive.values().stream().filter(edge -> edge >= from).count());
      String some = "v" + random.nextInt(200);
      assertThat(latest.lastSeen(some)).isEqualTo(naive.getOrDefault(some, Latest.NEVER));
      assertThat(before.countSince(-1000)).as("the one before").isEqualTo(countBefore);
      if (round % 100 == 0) {
        // The one before has lost its index, and makes another.
        assertThat(before.lastSeen("nobody")).isEqualTo(Latest.NEVER);
        assertThat(before.plus(more, kept)).isEqualTo(latest);
      }
    }
    assertThat(naive).hasSizeGreaterThan(100);
  }
}
