package weir.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Dossier;
import weir.model.Transaction;

/** A history of dossiers takes many at once, in their order. */
class DossiersTest {

  private static Dossier dossier(long time, String id, String user, long seen) {
    Transaction tx =
        new Transaction(id, user, 1, "EUR", time, "m", null, null, null, null, null, null, null);
    return new Dossier(tx, time + 7, 1, seen, List.of(), List.of());
  }

  private static List<Dossier> all(History history) {
    List<Dossier> all = new ArrayList<>();
    for (int i = history.first(); i < history.first() + history.size(); i++) {
      all.add(history.dossier(i));
    }
    return all;
  }

  @Test
  void oneTakesThePlaceOfAnotherAboutTheSameTransaction() {
    Dossier first = dossier(1, "a", "u", 1);
    Dossier second = dossier(2, "a", "u", 1);
    Dossier revised = dossier(1, "a", "u", 2);
    Dossier later = dossier(3, "a", "u", 1);
    History history = History.empty().with(List.of(first, second));
    assertThat(all(history.with(List.of(revised, later)))).containsExactly(revised, second, later);
    assertThat(all(history)).as("the history before").containsExactly(first, second);
    assertThat(history.logTime(history.first())).isEqualTo(8);
  }

  @Test
  void twoUsersMayHaveOneIdAtOneTime() {
    Dossier one = dossier(1, "a", "u1", 1);
    Dossier other = dossier(1, "a", "u2", 1);
    History history = History.empty().with(List.of(one)).with(List.of(other));
    assertThat(all(history)).containsExactly(one, other);
    assertThat(history.find(other.transaction())).isEqualTo(history.first() + 1);
    assertThat(history.find(dossier(1, "a", "u3", 1).transaction())).isEqualTo(-1);
  }

  @Test
  void whatIsForgottenMakesRoom() {
    History history = History.empty();
    for (int i = 0; i < 100; i++) {
      history = history.since(i - 3).with(List.of(dossier(i, "a", "u", 1)));
    }
    assertThat(all(history)).extracting(Dossier::logTime).containsExactly(103L, 104L, 105L, 106L);
    assertThat(history.since(1000).with(List.of(dossier(5, "a", "u", 9))).size()).isEqualTo(1);
  }

  /** The same as a sorted map, whatever comes together. */
  @Test
  void batchesOfAnySizeInAnyOrderComeToTheSame() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      History history = History.empty();
      TreeMap<Transaction, Dossier> expected = new TreeMap<>(Transaction.ORDER);
      for (int batch = 0; batch < 12; batch++) {
        TreeMap<Transaction, Dossier> more = new TreeMap<>(Transaction.ORDER);
        for (int i = random.nextInt(6); i >= 0; i--) {
          Dossier each =
              dossier(random.nextInt(20), "t" + random.nextInt(2), "u" + random.nextInt(2), batch);
          more.put(each.transaction(), each);
        }
        expected.putAll(more);
        history = history.with(List.copyOf(more.values()));
        assertThat(all(history)).containsExactlyElementsOf(expected.values());
        assertThat(history.transactions()).isSortedAccordingTo(Transaction.ORDER);
        if (random.nextInt(4) == 0) {
          long time = random.nextInt(12);
          history = history.since(time);
          expected.keySet().removeIf(tx -> tx.time() < time);
        }
      }
    }
  }

  /** So long that it is divided several times; late ones come to the older part as well. */
  @Test
  void aLongOneIsTheSameWhereverItIsDivided() {
    Random random = new Random(1);
    History history = History.empty();
    TreeMap<Transaction, Dossier> expected = new TreeMap<>(Transaction.ORDER);
    long now = 0;
    for (int i = 1; i <= 20_000; i++) {
      now += random.nextInt(3);
      int late = random.nextInt(1000) == 0 ? 8000 : random.nextInt(3) == 0 ? 100 : 1;
      long time = Math.max(0, now - random.nextInt(late));
      Dossier each = dossier(time, "t" + i, "u" + random.nextInt(50), 1);
      history = history.with(List.of(each));
      expected.put(each.transaction(), each);
      if (i % 6000 == 0) {
        long kept = now - 7000;
        history = history.since(kept);
        expected.keySet().removeIf(tx -> tx.time() < kept);
      }
      if (i % 499 == 0) {
        assertThat(all(history)).containsExactlyElementsOf(expected.values());
        assertSame(history, expected, now - random.nextInt(6000), now - random.nextInt(100));
      }
    }
  }

  private record Users() implements Trait {
    @Override
    public Selection filter() {
      return Filter.NONE;
    }

    @Override
    public String of(Transaction transaction) {
      return transaction.userId();
    }
  }

  /** What is asked of a stretch of time. */
  private static void assertSame(
      History history, SortedMap<Transaction, Dossier> expected, long start, long end) {
    List<Transaction> in =
        expected.keySet().stream().filter(tx -> tx.time() >= start && tx.time() < end).toList();
    assertThat(history.between(start, end, Lists.NONE).count(Filter.NONE)).isEqualTo(in.size());
    assertThat(history.distinct(new Users(), Older.NOTHING, start, end, Lists.NONE))
        .isEqualTo((int) in.stream().map(Transaction::userId).distinct().count());
    for (Transaction each : in) {
      assertThat(history.get(history.find(each))).isEqualTo(each);
    }
  }
}
