package weir.filter;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.files.Suggestion;
import weir.files.YamlMap;
import weir.model.Money;

/**
 * Which names a field may have, without regard to case. None wanted lets every name pass, and the
 * absence of one; a field that is absent is not among any wanted names, nor among any unwanted.
 */
public record Names(Set<String> wanted, Set<String> unwanted) implements Serializable {
  static final String NOT = "Not";
  public static final Names ALL = new Names(Set.of(), Set.of());

  public Names {
    wanted = folded(wanted);
    unwanted = folded(unwanted);
  }

  public static Names of(String... wanted) {
    return new Names(Set.of(wanted), Set.of());
  }

  public static Names not(String... unwanted) {
    return new Names(Set.of(), Set.of(unwanted));
  }

  /** From the field of that name, and the one that says which not. */
  public static Names read(YamlMap yaml, String field) {
    Names names = new Names(yaml.names(field), yaml.names(field + NOT));
    names.wanted.stream()
        .filter(names.unwanted::contains)
        .sorted()
        .forEach(
            name ->
                yaml.wrong(
                    field + NOT,
                    "'" + name + "' is in " + field + " too; take it out of one of them"));
    return names;
  }

  /** The same of currencies: no payment has one that is not in ISO 4217. */
  public static Names readCurrencies(YamlMap yaml, String field) {
    for (String each : List.of(field, field + NOT)) {
      for (String name : yaml.names(each)) {
        if (Money.digits(name.strip().toUpperCase(Locale.ROOT)) < 0) {
          yaml.wrong(each, notACurrency(name));
        }
      }
    }
    return read(yaml, field);
  }

  static String notACurrency(String name) {
    return "'"
        + name
        + "' is no currency of ISO 4217, such as EUR"
        + Suggestion.after(name, Money.currencies());
  }

  public boolean include(@Nullable String name) {
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      return true;
    }
    String folded = name == null ? null : fold(name);
    return (wanted.isEmpty() || (folded != null && wanted.contains(folded)))
        && (folded == null || !unwanted.contains(folded));
  }

  private static Set<String> folded(Set<String> names) {
    return names.stream().map(Names::fold).collect(Collectors.toUnmodifiableSet());
  }

  public static String fold(String name) {
    return isFolded(name) ? name : name.strip().toLowerCase(Locale.ROOT);
  }

  /** Most names are plain already; every rule asks this of every transaction. */
  private static boolean isFolded(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c > '~' || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }
}
