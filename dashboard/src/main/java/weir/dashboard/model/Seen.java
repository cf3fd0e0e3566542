package weir.dashboard.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.learn.Drift;
import weir.learn.Histogram;
import weir.learn.ModelInput;
import weir.learn.ScoreTable;
import weir.rules.ByModel;

/** Payments of a sample, counted into the bins of one model's training. */
final class Seen {
  /** Where training has no distribution of scores, they are shown in these bins. */
  private static final Histogram USUAL =
      Histogram.empty(1, 2, 5, 10, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900);

  private final Standing standing;
  private final Standing.InForce of;
  private final ByModel rule;
  private final Histogram learned;
  private final long[] scores;

  /** For each input its counts; null if it is not what a payment says of itself. */
  private final List<long @Nullable []> inputs = new ArrayList<>();

  private long payments;
  private long scored;

  Seen(Standing standing, Standing.InForce of) {
    this.standing = standing;
    this.of = of;
    this.rule = of.rules().get(0);
    Histogram training = of.model().content().training().scores();
    this.learned = training.total() > 0 ? training : USUAL;
    this.scores = new long[learned.bins()];
    for (int i = 0; i < of.model().inputs().size(); i++) {
      inputs.add(
          rule.inputs().isOfPayment(i)
              ? new long[of.model().inputs().get(i).learned().bins()]
              : null);
    }
  }

  /** Inputs and scores are counted of the payments that the model was asked about. */
  void count(Payments.Payment payment) {
    payments++;
    Integer score = payment.score();
    if (score == null || !standing.isScoredBy(payment.book(), of.announced().name())) {
      return;
    }
    scored++;
    scores[learned.bin(score)]++;
    for (int i = 0; i < inputs.size(); i++) {
      long[] counts = inputs.get(i);
      if (counts != null) {
        long value = rule.inputs().ofPayment(i, payment.transaction());
        counts[of.model().inputs().get(i).learned().bin(value)]++;
      }
    }
  }

  ModelAnswer.Sample sample(double part) {
    return new ModelAnswer.Sample(payments, scored, part);
  }

  ModelAnswer.Distance drift() {
    return distance(of.model().content().training().scores(), scores);
  }

  ModelAnswer.Distance drift(int input) {
    ModelInput one = of.model().inputs().get(input);
    return distance(one.learned(), inputs.get(input));
  }

  private ModelAnswer.Distance distance(Histogram training, long @Nullable [] recent) {
    long needed = Drift.least(training.bins());
    if (recent == null || !of.kept()) {
      return new ModelAnswer.Distance(Grade.UNMEASURED, /* index= */ null, 0, needed);
    }
    if (training.total() == 0) {
      return new ModelAnswer.Distance(Grade.UNTRAINED, /* index= */ null, scored, needed);
    }
    if (scored < needed) {
      return new ModelAnswer.Distance(Grade.FEW, /* index= */ null, scored, needed);
    }
    double index = training.distance(recent);
    return new ModelAnswer.Distance(Grade.of(index), index, scored, needed);
  }

  List<ModelAnswer.Bin> bins() {
    List<ModelAnswer.Bin> bins = new ArrayList<>();
    long[] edges = learned.edges();
    for (int bin = 0; bin < learned.bins(); bin++) {
      bins.add(
          new ModelAnswer.Bin(
              bin == 0 ? 0 : edges[bin - 1],
              bin == edges.length ? ScoreTable.MOST : edges[bin] - 1,
              share(learned.count(bin), learned.total()),
              share(scores[bin], scored)));
    }
    return bins;
  }

  private static @Nullable Double share(long count, long total) {
    return total == 0 ? null : (Double) (count / (double) total);
  }
}
