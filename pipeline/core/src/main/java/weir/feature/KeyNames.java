package weir.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.files.YamlMap;

/**
 * The keys besides the user that a charter declares.
 *
 * @param all whether there are no others; otherwise any name may be one
 */
public record KeyNames(Set<String> names, boolean all) {
  /** The key that is always there. */
  public static final String USER = "user";

  private static final String BY = "by";

  public KeyNames {
    names = Set.copyOf(names);
  }

  /** The key at which a feature or a rule looks; nothing if it is the user. */
  public @Nullable String read(YamlMap yaml) {
    if (!yaml.has(BY)) {
      return null;
    }
    List<String> known = new ArrayList<>(List.of(USER));
    names.stream().sorted().forEach(known::add);
    String text = yaml.text(BY, "a key");
    if (all && !text.isEmpty() && !known.contains(text)) {
      if (names.isEmpty()) {
        yaml.wrong(
            BY,
            "the charter declares no keys; declare one, such as keys: {merchant: merchantId}, or"
                + " leave this out");
      } else {
        yaml.oneOf(BY, known);
      }
      return null;
    }
    return text.isEmpty() || text.equals(USER) ? null : text;
  }
}
