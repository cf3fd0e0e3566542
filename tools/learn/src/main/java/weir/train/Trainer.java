package weir.train;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import weir.failure.MisuseException;
import weir.learn.FaultyModelException;
import weir.learn.Histogram;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.Training;
import weir.train.measure.CaughtOfKind;
import weir.train.measure.Distribution;
import weir.train.measure.Margins;
import weir.train.measure.Reached;
import weir.train.measure.RuleRanking;
import weir.train.report.Report;
import weir.train.rows.Part;
import weir.train.rows.Parts;
import weir.train.rows.Progress;
import weir.train.trees.BoostedTrees;
import weir.train.trees.Grown;
import weir.train.trees.IsolationForest;

/** Makes a model from rows. The same rows and settings give the same bytes. */
public final class Trainer {
  private final TrainingData data;
  private final Settings settings;

  private Trainer(TrainingData data, Settings settings) {
    this.data = data;
    this.settings = settings;
  }

  public static Trainer of(TrainingData data, Settings settings) {
    return new Trainer(data, settings);
  }

  public Trained run(Progress progress) {
    progress.at("splitting", 0, 1);
    Parts parts = data.split().parts(data.rows());
    checkTested(parts);
    Grown grown = grow(parts, progress);
    progress.at("testing", 0, 1);
    List<ModelInput> inputs = inputs(parts.learned());
    Training untested =
        new Training(
            parts.learned().span(),
            parts.validated().span(),
            parts.tested().span(),
            new TreeMap<>(),
            Histogram.empty());
    Model draft = parse(ModelJson.write(content(grown, inputs, untested)));
    long[] margins = Margins.of(draft, parts.tested());
    Reached reached = Reached.by(draft, margins, parts.tested(), settings.cards());
    Training training =
        new Training(
            untested.learned(),
            untested.validated(),
            untested.tested(),
            reached.metrics(),
            Distribution.ofScores(reached.scores()));
    byte[] artefact = ModelJson.write(content(grown, inputs, training));
    Model model = parse(artefact);
    progress.at("testing", 1, 1);
    RuleRanking rules = RuleRanking.of(parts.learned(), parts.tested());
    return new Trained(
        model,
        artefact,
        reached,
        rules,
        Report.of(
            model,
            grown.size(),
            grown.weights(),
            reached,
            rules,
            CaughtOfKind.of(parts.tested(), margins, flagsFrom(reached, rules))));
  }

  /** With as many alerts as the rules of the book, or as there are frauds if these raise none. */
  private static long flagsFrom(Reached reached, RuleRanking rules) {
    int alerts = rules.flagged().alerts();
    return reached.ranking().marginOfFirst(alerts > 0 ? alerts : reached.ranking().frauds());
  }

  private static void checkTested(Parts parts) {
    if (parts.tested().size() == 0) {
      throw new MisuseException("the tested span has no transactions: " + parts.remedy());
    }
  }

  private Grown grow(Parts parts, Progress progress) {
    return switch (settings.learner()) {
      case BOOSTED_TREES ->
          new BoostedTrees(settings.seed(), settings.depths(), settings.mostTrees())
              .grow(parts, progress);
      case ISOLATION_FOREST ->
          new IsolationForest(settings.seed(), settings.isolationTrees(), settings.sample())
              .grow(parts.learned(), progress);
    };
  }

  private List<ModelInput> inputs(Part learned) {
    List<ModelInput> inputs = new ArrayList<>();
    for (InputSpec each : data.inputs()) {
      inputs.add(
          new ModelInput(
              each.text(),
              each.scale(),
              each.normal(),
              Distribution.ofInput(learned, inputs.size())));
    }
    return inputs;
  }

  private ModelContent content(Grown grown, List<ModelInput> inputs, Training training) {
    return new ModelContent(
        settings.learner(),
        inputs,
        data.features(),
        grown.base(),
        grown.trees(),
        grown.scores(),
        training);
  }

  private static Model parse(byte[] artefact) {
    try {
      return Model.parse(artefact);
    } catch (FaultyModelException wrong) {
      throw new MisuseException(
          "what was trained is no model that can be announced: "
              + wrong.getMessage()
              + "; fewer trees, or a smaller sample, make a smaller one",
          wrong);
    }
  }
}
