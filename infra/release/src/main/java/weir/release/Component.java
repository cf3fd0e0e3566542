package weir.release;

import java.util.List;

/**
 * A library in the bill of materials.
 *
 * @param licences as its makers name them
 */
record Component(String group, String name, String version, List<String> licences) {
  /** Its name without a version. */
  String title() {
    return group + ":" + name;
  }
}
