package weir.files;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fields of a mapping were asked for, and which of these must be there and are not. */
final class Asked {
  private final Set<String> names = new TreeSet<>();

  /** What the missing ones should be. */
  private final Map<String, String> missing = new TreeMap<>();

  void add(String name) {
    names.add(name);
  }

  void miss(String name, String expected) {
    missing.put(name, expected);
  }

  boolean knows(String name) {
    return names.contains(name);
  }

  boolean misses(String name) {
    return missing.containsKey(name);
  }

  Map<String, String> missing() {
    return Collections.unmodifiableMap(missing);
  }

  /**
   * The field that was probably meant by an unknown name. It then no longer counts as missing.
   *
   * @param there the fields that are there
   * @param open whether there may be fields that were not asked for
   */
  Optional<String> meantBy(String name, Set<String> there, boolean open) {
    Set<String> absent = new TreeSet<>(open ? missing.keySet() : names);
    absent.removeAll(there);
    Optional<String> meant = Suggestion.of(name, absent);
    meant.ifPresent(missing::remove);
    return meant;
  }

  @Override
  public String toString() {
    return String.join(", ", names);
  }
}
