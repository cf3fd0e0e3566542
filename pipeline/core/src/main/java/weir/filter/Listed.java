package weir.filter;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.files.YamlMap;

/**
 * In which lists an id must stand, and in which it must not. An absent id stands in none.
 *
 * @param in one of these is enough; if there is none, every id passes
 */
public record Listed(Set<String> in, Set<String> notIn) implements Serializable {
  public static final Listed ANY = new Listed(Set.of(), Set.of());

  static final String IN = "In";
  static final String NOT_IN = "NotIn";

  public Listed {
    in = Set.copyOf(in);
    notIn = Set.copyOf(notIn);
  }

  /** From the two fields that are about ids of this name. */
  static Listed read(YamlMap yaml, String field) {
    Set<String> in = yaml.names(field + IN);
    Set<String> notIn = yaml.names(field + NOT_IN);
    checkNames(yaml, field + IN, in);
    checkNames(yaml, field + NOT_IN, notIn);
    notIn.stream()
        .filter(in::contains)
        .sorted()
        .forEach(
            name ->
                yaml.wrong(
                    field + NOT_IN,
                    "'" + name + "' is in " + field + IN + " too; take it out of one of them"));
    return new Listed(in, notIn);
  }

  private static void checkNames(YamlMap yaml, String field, Set<String> names) {
    for (String name : names) {
      if (!ListName.isOne(name)) {
        yaml.wrong(field, "found '" + name + "', expected the name of a list: " + ListName.FORM);
      }
    }
  }

  /** The names of all these lists. */
  Set<String> all() {
    Set<String> all = new TreeSet<>(in);
    all.addAll(notIn);
    return all;
  }

  boolean include(@Nullable String id, long logTime, Lists lists) {
    return (in.isEmpty() || isInAny(in, id, logTime, lists))
        && (notIn.isEmpty() || !isInAny(notIn, id, logTime, lists));
  }

  private static boolean isInAny(Set<String> names, @Nullable String id, long time, Lists lists) {
    if (id == null) {
      return false;
    }
    for (String name : names) {
      if (lists.has(name, id, time)) {
        return true;
      }
    }
    return false;
  }
}
