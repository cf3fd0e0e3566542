package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Names;
import weir.history.History;
import weir.history.Stretch;
import weir.model.Transaction;
import weir.oracle.Sample;
import weir.rules.Cities;

/** A card with thousands of payments is judged like one with a few, but not payment by payment. */
class LongHistoryTest {
  private static final long RETENTION = 800;
  private static final List<String> CITIES =
      List.of("Oslo", "Rome", "Bern", "Wien", "Graz", "Kyiv");
  private static final Filter PAYPAL =
      new Filter(Names.of("paypal"), Names.ALL, Names.ALL, Names.ALL, null, null, null, null);

  private final List<Transaction> naive = new ArrayList<>();
  private History history = History.empty();

  /** Some payments come late, many share one instant, and some are forgotten. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isAsIfItWereLookedAtOneByOne(long seed) {
    Random random = new Random(seed);
    long now = 0;
    for (int i = 0; i < 6000; i++) {
      now += random.nextInt(3) == 0 ? 1 : 0;
      long time = random.nextInt(20) == 0 ? now - random.nextInt(200) : now;
      add(payment(random, i, time));
      if (i % 97 == 0) {
        assertSame(random);
      }
    }
    assertThat(history.size()).isGreaterThan(2000).isLessThan(6000);
  }

  private static Transaction payment(Random random, int number, long time) {
    Sample sample =
        Sample.at(time)
            .id("t" + number)
            .pay(String.valueOf(random.nextInt(50)), random.nextInt(9) == 0 ? "USD" : "EUR")
            .by(random.nextInt(3) == 0 ? "PayPal" : "card");
    return random.nextInt(400) == 0
        ? sample.in(CITIES.get(random.nextInt(CITIES.size())), "XX").on(40, random.nextInt(90)).tx()
        : sample.tx();
  }

  private void add(Transaction tx) {
    history = history.with(tx, tx.time() + 7, RETENTION);
    naive.add(tx);
    naive.sort(Transaction.ORDER);
    long oldest = naive.get(naive.size() - 1).time() - RETENTION;
    naive.removeIf(each -> each.time() < oldest);
  }

  private void assertSame(Random random) {
    assertThat(history.transactions()).isEqualTo(naive);
    assertThat(history.logTimes())
        .containsExactly(naive.stream().mapToLong(tx -> tx.time() + 7).toArray());
    int some = random.nextInt(naive.size());
    long end = naive.get(some).time() + 1;
    long start = end - random.nextInt((int) RETENTION);
    List<Transaction> between =
        naive.stream().filter(tx -> start <= tx.time() && tx.time() < end).toList();
    List<Transaction> matching =
        between.stream().filter(tx -> PAYPAL.matches(tx, tx.time() + 7, Lists.NONE)).toList();
    Stretch stretch = history.between(start, end, Lists.NONE);

    assertThat(stretch.size()).isEqualTo(between.size());
    assertThat(stretch.count(PAYPAL)).isEqualTo(matching.size());
    assertThat(stretch.spent("EUR")).isEqualTo(sum(between, "EUR"));
    assertThat(stretch.spent(PAYPAL, "USD").minor()).isEqualTo(sum(matching, "USD"));
    assertThat(stretch.newest(PAYPAL, tx -> true, 20))
        .isEqualTo(matching.subList(Math.max(0, matching.size() - 20), matching.size()));
    Cities.Seen seen = stretch.summary(new Cities(Filter.NONE));
    assertThat(seen.first().values()).containsExactlyElementsOf(firstInEachCity(between));
    assertThat(seen.count())
        .isEqualTo((int) between.stream().filter(tx -> tx.city() != null).count());
    assertThat(stretch.lastSeen(PAYPAL))
        .isEqualTo(
            matching.stream().filter(Transaction::hasCoordinates).reduce((one, other) -> other));
    for (Transaction tx : List.of(naive.get(some), naive.get(0), naive.get(naive.size() - 1))) {
      assertThat(history.get(history.placeOf(tx))).isEqualTo(tx);
      assertThat(history.find(tx.id(), tx.time())).contains(tx);
      assertThat(history.find(tx.id(), tx.time() + 1)).isEmpty();
    }
    assertThat(history.find("unknown", 0)).isEmpty();
  }

  private static long sum(List<Transaction> some, String currency) {
    return some.stream()
        .filter(tx -> tx.currency().equals(currency))
        .mapToLong(Transaction::amountMinor)
        .sum();
  }

  private static List<Transaction> firstInEachCity(List<Transaction> some) {
    List<String> cities = new ArrayList<>();
    return some.stream()
        .filter(
            tx ->
                Optional.ofNullable(tx.city())
                    .filter(city -> !cities.contains(city))
                    .map(cities::add)
                    .orElse(false))
        .toList();
  }

  /**
   * Judging twice from the same beginning, for instance after a failure, gives the same answers.
   */
  @Test
  void historiesThatShareABeginningDoNotSeeEachOther() {
    for (int i = 0; i < 300; i++) {
      history = history.with(Sample.at(i).tx(), i, RETENTION);
    }
    History one = history.with(Sample.at(500).id("one").tx(), 500, RETENTION);
    History other = history.with(Sample.at(500).id("other").tx(), 500, RETENTION);

    assertThat(history.size()).isEqualTo(300);
    assertThat(history.find("one", 0)).isEmpty();
    assertThat(one.find("one", 0)).isPresent();
    assertThat(one.find("other", 0)).isEmpty();
    assertThat(other.find("one", 0)).isEmpty();
    assertThat(other.find("other", 0)).isPresent();
    assertThat(one.transactions().subList(0, 300)).isEqualTo(other.transactions().subList(0, 300));
  }

  /** Sums of the largest amounts stay at the largest number, however the parts are added. */
  @Test
  void sumsDoNotOverflow() {
    for (int i = 0; i < 10_000; i++) {
      history =
          history.with(
              Sample.at(i / 20).id("t" + i).pay("10000000000000", "EUR").tx(), i, RETENTION);
    }
    assertThat(history.between(0, 500, Lists.NONE).spent("EUR")).isEqualTo(Long.MAX_VALUE);
    assertThat(history.between(0, 50, Lists.NONE).spent("EUR"))
        .isEqualTo(1000L * 1_000_000_000_000_000L);
  }
}
