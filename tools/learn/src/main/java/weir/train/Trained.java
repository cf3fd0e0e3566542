package weir.train;

import weir.learn.Model;
import weir.train.measure.Reached;
import weir.train.measure.RuleRanking;
import weir.train.report.Report;

/** What came out of a training. */
public final class Trained {
  private final Model model;
  private final byte[] artefact;
  private final Reached reached;
  private final RuleRanking rules;
  private final Report report;

  Trained(Model model, byte[] artefact, Reached reached, RuleRanking rules, Report report) {
    this.model = model;
    this.artefact = artefact;
    this.reached = reached;
    this.rules = rules;
    this.report = report;
  }

  public Model model() {
    return model;
  }

  /** The bytes of the model, whose hash is its name. */
  public byte[] artefact() {
    return artefact.clone();
  }

  /** How good it is on the tested span. */
  public Reached reached() {
    return reached;
  }

  /** How good the rules of the book are there. */
  public RuleRanking rules() {
    return rules;
  }

  public Report report() {
    return report;
  }
}
