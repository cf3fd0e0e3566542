package weir.detect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weir.learn.ModelInput;

/**
 * What the inputs of a model are called in metrics: expressions, in the letters that these may
 * have.
 */
final class InputNames {
  private static final int MOST = 40;

  private InputNames() {}

  /** No two are the same. */
  static List<String> of(List<ModelInput> inputs) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (ModelInput each : inputs) {
      String name = each.text().replaceAll("[^A-Za-z0-9]+", "_");
      String cut = name.substring(0, Math.min(MOST, name.length()));
      int number = names.size();
      String unique = cut;
      while (!taken.add(unique)) {
        unique = cut + "_" + number++;
      }
      names.add(unique);
    }
    return names;
  }
}
