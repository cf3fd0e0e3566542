package weir.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import weir.files.Suggestion;

/** The names that an expression uses; its scope has to know each. */
final class KnownNames {
  private static final int MOST_TOLD = 12;

  private final Source source;
  private final Scope scope;
  private final Set<String> used = new TreeSet<>();

  /** Each use of a name, in order. */
  private final List<String> uses = new ArrayList<>();

  /** The uses in which a greater value is as good. */
  private final BitSet rising = new BitSet();

  KnownNames(Source source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  Set<String> used() {
    return used;
  }

  /** How many uses there are so far. */
  int uses() {
    return uses.size();
  }

  /**
   * Takes note that a value is only asked for whether it is great enough, if it is that of a name.
   *
   * @param first its first use of a name
   */
  void isGreatEnough(int first, Operand value) {
    boolean isOne = uses.size() > first;
    if (isOne && value.to() - value.from() == uses.get(first).length()) {
      rising.set(first);
    }
  }

  /** Takes note that what was said since then is asked for something else. */
  void isAskedOtherwise(int first) {
    rising.clear(first, uses.size());
  }

  /** The names that are only asked for whether they are great enough. */
  Set<String> rising() {
    Set<String> names = new TreeSet<>(used);
    for (int i = 0; i < uses.size(); i++) {
      if (!rising.get(i)) {
        names.remove(uses.get(i));
      }
    }
    return names;
  }

  /** The value of a name. */
  Part use(Token token) throws FaultyExpressionException {
    String name = token.text();
    Type type = scope.names().get(name);
    if (type == null) {
      throw source.fault(token.from(), "unknown name '" + name + "'" + advice(token));
    }
    used.add(name);
    uses.add(name);
    return Leaf.name(name, type);
  }

  private String advice(Token token) {
    String name = token.text();
    if (name.equals("null")) {
      return "; has(name) asks whether a value is there";
    }
    Set<String> known = scope.names().keySet();
    String advice = Cursor.meant(token) + Suggestion.after(name, known);
    if (!advice.isEmpty() || known.isEmpty()) {
      return advice;
    }
    return ", expected one of "
        + known.stream().limit(MOST_TOLD).collect(Collectors.joining(", "))
        + (known.size() > MOST_TOLD ? ", ..." : "")
        + "; a text stands in quotes";
  }
}
