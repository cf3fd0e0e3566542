package weir.train.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import weir.train.rows.Part;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** What an analyst finds day by day. */
class CardPrecisionTest {
  private static final long DAY = 86_400_000;

  private record Payment(int day, String user, long margin, boolean fraud) {}

  private static double precision(int cards, List<Payment> payments) {
    Rows.Builder rows = Rows.builder(1);
    for (int i = 0; i < payments.size(); i++) {
      Payment each = payments.get(i);
      rows.add(new long[] {0}, each.day() * DAY + i, each.user(), each.fraud() ? 0 : Rows.NEVER);
    }
    Part part =
        new Split(0, 0, /* testTo= */ Long.MAX_VALUE, /* gapMillis= */ 0)
            .parts(rows.build())
            .tested();
    long[] margins = payments.stream().mapToLong(Payment::margin).toArray();
    return CardPrecision.at(cards, margins, part).orElse(Double.NaN);
  }

  @Test
  void aUserCountsOnceADayAndIsNotLookedAtAgainWhenFound() {
    List<Payment> payments =
        List.of(
            new Payment(0, "ada", 90, false),
            new Payment(0, "ada", 20, true),
            new Payment(0, "bob", 80, false),
            new Payment(0, "cyd", 70, true),
            // Ada is known by now, so bob and cyd are looked at.
            new Payment(1, "ada", 99, true),
            new Payment(1, "bob", 50, false),
            new Payment(1, "cyd", 40, true),
            new Payment(1, "dan", 30, true));
    assertThat(precision(2, payments)).isEqualTo(2 / 4.0);
    assertThat(precision(1, payments)).isEqualTo(1 / 2.0);
    assertThat(precision(10, payments)).isEqualTo(3 / 5.0);
  }

  @Test
  void equalOnesAreTakenByTheirIds() {
    List<Payment> payments =
        List.of(new Payment(0, "bob", 1, false), new Payment(0, "ada", 1, true));
    assertThat(precision(1, payments)).isEqualTo(1);
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(precision(5, List.of())).isNaN();
  }

  @Property(tries = 300)
  void equalsANaiveReading(@ForAll long seed) {
    Random random = new Random(seed);
    List<Payment> payments = new ArrayList<>();
    int day = 0;
    for (int i = 1 + random.nextInt(80); i > 0; i--) {
      day += random.nextInt(5) == 0 ? 1 : 0;
      payments.add(
          new Payment(day, "u" + random.nextInt(8), random.nextInt(6), random.nextInt(4) == 0));
    }
    int cards = 1 + random.nextInt(4);
    assertThat(precision(cards, payments)).isEqualTo(naive(cards, payments, day));
  }

  private static double naive(int cards, List<Payment> payments, int lastDay) {
    Set<String> found = new HashSet<>();
    int lookedAt = 0;
    for (int day = 0; day <= lastDay; day++) {
      Set<String> shown = new HashSet<>();
      int today = day;
      for (Payment each :
          payments.stream()
              .filter(payment -> payment.day() == today)
              .sorted(
                  Comparator.comparingLong(Payment::margin).reversed().thenComparing(Payment::user))
              .toList()) {
        if (shown.size() < cards && !found.contains(each.user())) {
          shown.add(each.user());
        }
      }
      lookedAt += shown.size();
      payments.stream()
          .filter(each -> each.day() == today && each.fraud() && shown.contains(each.user()))
          .forEach(each -> found.add(each.user()));
    }
    return (double) found.size() / lookedAt;
  }
}
