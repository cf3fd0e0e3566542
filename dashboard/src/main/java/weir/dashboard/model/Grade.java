package weir.dashboard.model;

import com.fasterxml.jackson.annotation.JsonValue;
import weir.learn.Drift;

/** What a population stability index amounts to. */
public enum Grade {
  /** Distributed as in training. */
  STABLE("stable"),
  /** On its way to another distribution. */
  MOVING("moving"),
  /** Another distribution than in training. */
  DIFFERENT("different"),
  /** There were too few payments to tell. */
  FEW("few"),
  /** It needs what is not in PostgreSQL. */
  UNMEASURED("unmeasured"),
  /** The model does not say how training was distributed. */
  UNTRAINED("untrained");

  private final String code;

  Grade(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static Grade of(double index) {
    if (index < Drift.SAME) {
      return STABLE;
    }
    return index > Drift.ANOTHER ? DIFFERENT : MOVING;
  }
}
