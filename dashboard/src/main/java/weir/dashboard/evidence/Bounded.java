package weir.dashboard.evidence;

import java.util.List;
import java.util.function.Function;

/** Lists of records that may be long each. */
public final class Bounded {
  private Bounded() {}

  /** The first of them that have no more characters together than this. */
  public static <T> List<T> first(List<T> all, Function<T, String> text, int most) {
    long characters = 0;
    for (int i = 0; i < all.size(); i++) {
      characters += text.apply(all.get(i)).length();
      if (characters > most) {
        return List.copyOf(all.subList(0, i));
      }
    }
    return List.copyOf(all);
  }
}
