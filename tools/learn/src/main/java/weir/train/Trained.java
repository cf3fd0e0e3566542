package weir.train;

import weir.learn.Model;
import weir.train.measure.Reached;
import weir.train.report.Report;

/** What came out of a training. */
public final class Trained {
  private final Model model;
  private final byte[] artefact;
  private final Reached reached;
  private final Report report;

  Trained(Model model, byte[] artefact, Reached reached, Report report) {
    this.model = model;
    this.artefact = artefact;
    this.reached = reached;
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

  public Report report() {
    return report;
  }
}
