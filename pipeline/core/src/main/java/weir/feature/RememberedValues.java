package weir.feature;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What features say of one transaction: each is computed once, when it is asked for first. */
public final class RememberedValues {
  private final FeatureValues values;
  private final Map<String, @Nullable Object> known = new HashMap<>();

  public RememberedValues(FeatureValues values) {
    this.values = values;
  }

  /**
   * The value of a feature, as a Long, a Double or a String; nothing where it has none.
   *
   * @param name what only this feature is called: a feature itself takes long to hash
   */
  public @Nullable Object of(String name, Feature feature) {
    Object value = known.get(name);
    if (value == null && !known.containsKey(name)) {
      value = values.plain(feature);
      known.put(name, value);
    }
    return value;
  }

  public FeatureValues values() {
    return values;
  }
}
