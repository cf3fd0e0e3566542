package weir.train.measure;

import weir.learn.Model;
import weir.train.rows.Part;

/** What the evaluator of the stream says of rows. */
public final class Margins {
  private Margins() {}

  /** Of all rows of a part, in their order. */
  public static long[] of(Model model, Part part) {
    long[] values = new long[part.inputs()];
    long[] margins = new long[part.size()];
    for (int i = 0; i < margins.length; i++) {
      part.copy(i, values);
      margins[i] = model.margin(values);
    }
    return margins;
  }
}
