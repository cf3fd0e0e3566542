package weir.dashboard.openapi;

import java.util.List;

/**
 * What may stand in the query of an address.
 *
 * @param says what it does
 * @param values the only texts that are taken; none if there is no such list
 */
public record Parameter(
    String name, String says, boolean required, Kind kind, List<String> values) {

  /** What a text in a query stands for. */
  public enum Kind {
    TEXT,
    WHOLE_NUMBER,
    /** In the words of ISO-8601. */
    TIME
  }

  public Parameter {
    values = List.copyOf(values);
  }
}
