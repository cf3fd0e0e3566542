package weir.dashboard.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.learn.ModelInput;
import weir.learn.Span;
import weir.learn.Training;
import weir.model.Alert;
import weir.rules.ByModel;

/** Makes the report of one model. */
final class Reports {
  private static final double MILLION = 1e6;

  private Reports() {}

  /**
   * @param part which part of the time was read; null if nothing could be
   */
  static ModelAnswer.Report of(
      Standing.InForce model, Seen seen, RaisedAlerts alerts, @Nullable Double part) {
    Training training = model.model().content().training();
    List<ModelAnswer.Metric> metrics = new ArrayList<>();
    training
        .metrics()
        .forEach((name, value) -> metrics.add(new ModelAnswer.Metric(name, value / MILLION)));
    return new ModelAnswer.Report(
        model.announced().name(),
        model.model().content().learner().word(),
        model.model().content().trees().size(),
        model.announced().at(),
        model.announced().author(),
        model.announced().comment(),
        model.rules().stream().map(Reports::rule).toList(),
        part(training.learned()),
        part(training.validated()),
        part(training.tested()),
        metrics,
        model.kept(),
        part == null ? null : seen.sample(part),
        seen.drift(),
        seen.bins(),
        inputs(model, seen, alerts),
        alerts.kinds(),
        alerts.looked());
  }

  private static ModelAnswer.AskedBy rule(ByModel rule) {
    return new ModelAnswer.AskedBy(
        rule.header().id(),
        rule.header().version(),
        rule.header().severity().code(),
        rule.header().audience().modes().stream().map(Alert.Mode::code).toList(),
        rule.over());
  }

  private static ModelAnswer.Part part(Span span) {
    return new ModelAnswer.Part(span.from(), span.to(), span.rows(), span.frauds());
  }

  private static List<ModelAnswer.Input> inputs(
      Standing.InForce model, Seen seen, RaisedAlerts alerts) {
    List<ModelAnswer.Input> inputs = new ArrayList<>();
    for (int i = 0; i < model.influence().size(); i++) {
      ModelInput input = model.model().inputs().get(i);
      inputs.add(
          new ModelAnswer.Input(
              input.text(),
              input.normal(),
              model.influence().get(i),
              seen.drift(i),
              alerts.naming(input.text())));
    }
    return inputs;
  }
}
