package weir.expression;

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

  KnownNames(Source source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  Set<String> used() {
    return used;
  }

  /** The value of a name. */
  Part use(Token token) throws FaultyExpressionException {
    String name = token.text();
    Type type = scope.names().get(name);
    if (type == null) {
      throw source.fault(token.from(), "unknown name '" + name + "'" + advice(token));
    }
    used.add(name);
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
