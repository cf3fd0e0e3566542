package weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;
import weir.feature.SmallFeatures.Act;
import weir.fold.Folded;
import weir.history.History;
import weir.model.Transaction;
import weir.oracle.NaiveFeatures;
import weir.oracle.NaiveFeatures.Heard;

/**
 * A folding history grows, folds and restarts in any order; the naive twin goes through all
 * transactions. They must agree.
 */
class FeaturesPropertyTest {
  private static final int SECONDS = 40;

  private final Set<String> happened = new HashSet<>();

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void agreesWithTheNaiveTwin(
      @ForAll("acts") List<Act> acts, @ForAll("features") List<Feature> features)
      throws IOException {
    happened.clear();
    Folding folding = Folding.of(features);
    FoldingHistory in = FoldingHistory.EMPTY;
    List<Heard> all = new ArrayList<>();
    for (Act act : acts) {
      if (act instanceof Act.Pay pay) {
        Heard heard = new Heard(pay.transaction(all.size()), pay.millis() + pay.delay());
        all.add(heard);
        note("folded on arrival", heard.transaction().time() < in.folded().before());
        in = in.with(heard.transaction(), heard.logTime(), folding, SmallFeatures.LISTS);
      } else if (act instanceof Act.Fold fold) {
        int size = in.history().size();
        in = in.foldedBefore(fold.millis(), folding, SmallFeatures.LISTS);
        note("folded", in.history().size() < size);
        assertThat(in.history().transactions()).noneMatch(tx -> tx.time() < fold.millis());
      } else {
        in = new FoldingHistory(restarted(in.history()), restarted(in.folded()));
        note("restarted with something folded", !in.folded().equals(Folded.NOTHING));
      }
      for (Feature each : features) {
        assertAgreed(each, in, all);
      }
    }
    mustBeCommon("folded");
    mustBeCommon("folded on arrival");
    mustBeCommon("restarted with something folded");
    mustBeCommon("nothing in the window");
    mustBeCommon("no value");
    mustBeCommon("others of the same instant");
    mustBeCommon("folded and not folded in the window");
    mustBeCommon("other currencies in the window");
    mustBeCommon("no operand in the window");
    mustBeCommon("cut by an edge");
    mustBeCommon("leaves itself out");
    mustBeCommon("ends before the present");
  }

  private void assertAgreed(Feature feature, FoldingHistory in, List<Heard> all) {
    for (Transaction subject : in.history().transactions()) {
      FeatureWindow window = feature.window();
      if (!window.hasEdge() && window.start(subject.time()) < in.folded().before()) {
        continue;
      }
      int place = in.history().placeOf(subject);
      Value value = new FeatureValues(in, place, SmallFeatures.LISTS).of(feature);
      Object expected =
          NaiveFeatures.value(
              feature, subject, all, NaiveFeatures.Where.asked(SmallFeatures.LISTS));
      assertThat(plain(value))
          .as("%s of %s after folding what is before %s", feature, subject, in.folded().before())
          .isEqualTo(expected);
      assertThat(value == null ? feature.type() : value.type()).isEqualTo(feature.type());
      note("no value", value == null);
      takeStock(feature, subject, in, all);
    }
  }

  private void takeStock(Feature feature, Transaction subject, FoldingHistory in, List<Heard> all) {
    List<Transaction> counted =
        NaiveFeatures.window(feature, subject, all, NaiveFeatures.Where.asked(SmallFeatures.LISTS));
    long before = in.folded().before();
    note("nothing in the window", counted.isEmpty());
    note(
        "others of the same instant",
        counted.stream().anyMatch(tx -> tx.time() == subject.time() && !tx.equals(subject)));
    note(
        "folded and not folded in the window",
        counted.stream().anyMatch(tx -> tx.time() < before)
            && counted.stream().anyMatch(tx -> tx.time() >= before));
    note(
        "other currencies in the window",
        feature.operand() instanceof Operand.Amount
            && counted.stream().anyMatch(tx -> !tx.currency().equals(subject.currency())));
    note(
        "no operand in the window",
        feature.operand() != null && counted.stream().anyMatch(tx -> isAbsent(feature, tx)));
    long far = subject.time() - feature.window().windowMillis() - feature.window().delayMillis();
    note("cut by an edge", counted.stream().anyMatch(tx -> tx.time() <= far));
    note("leaves itself out", feature.withoutItself() && feature.window().delayMillis() == 0);
    note("ends before the present", feature.window().delayMillis() > 0 && !counted.isEmpty());
  }

  private static boolean isAbsent(Feature feature, Transaction tx) {
    return feature.operand() instanceof Operand.Numeric number
        ? number.of(tx) == null
        : feature.operand() instanceof Operand.Textual text && text.of(tx) == null;
  }

  static @Nullable Object plain(@Nullable Value value) {
    if (value instanceof Value.Whole whole) {
      return whole.number();
    }
    if (value instanceof Value.Real number) {
      return number.number();
    }
    return value instanceof Value.Text text ? text.text() : null;
  }

  private static History restarted(History history) {
    return History.of(List.copyOf(history.transactions()), history.logTimes());
  }

  static Folded restarted(Folded folded) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    folded.write(new DataOutputStream(bytes));
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes.toByteArray());
    Folded read = Folded.read(new DataInputStream(rest));
    assertThat(rest.available()).isZero();
    assertThat(read).isEqualTo(folded).hasSameHashCodeAs(folded);
    return read;
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return SmallFeatures.acts(SECONDS)
        .list()
        .ofMaxSize(30)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  @Provide
  Arbitrary<List<Feature>> features() {
    return SmallFeatures.features().list().ofMinSize(1).ofMaxSize(6);
  }

  private void note(String what, boolean is) {
    if (is) {
      happened.add(what);
    }
  }

  /** Without these cases the property would hold but prove nothing. */
  private void mustBeCommon(String what) {
    Statistics.label(what)
        .collect(happened.contains(what))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }
}
