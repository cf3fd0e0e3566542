package weir.dashboard.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far back the page of models looks. A stretch has slices of one length, from each of which the
 * same part is read, so that no hour weighs more than it has payments.
 */
public enum Stretch {
  HOUR("1h", 60, Duration.ofMinutes(1)),
  DAY("1d", 96, Duration.ofMinutes(15)),
  WEEK("7d", 168, Duration.ofHours(1));

  private final String code;
  private final int slices;
  private final long sliceMillis;

  Stretch(String code, int slices, Duration slice) {
    this.code = code;
    this.slices = slices;
    this.sliceMillis = slice.toMillis();
  }

  public String code() {
    return code;
  }

  public static Optional<Stretch> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  int slices() {
    return slices;
  }

  long sliceMillis() {
    return sliceMillis;
  }

  /** When it begins, if it ends then. */
  long beginsBefore(long end) {
    return end - slices * sliceMillis;
  }
}
