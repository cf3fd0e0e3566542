package weir.bench.twin;

import weir.history.History;

/** Everything that a twin remembers of one user if it does not use its engine's windows. */
public final class UserMemory {
  private History history;
  private final OpenTotals totals;

  UserMemory(History history, OpenTotals totals) {
    this.history = history;
    this.totals = totals;
  }

  public static UserMemory empty() {
    return new UserMemory(History.empty(), OpenTotals.none());
  }

  History history() {
    return history;
  }

  OpenTotals totals() {
    return totals;
  }

  void replace(History next) {
    this.history = next;
  }
}
