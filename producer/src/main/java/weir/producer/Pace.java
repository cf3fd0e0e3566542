package weir.producer;

/**
 * The instant at which each record is meant to be sent: an open loop, so that whoever is late
 * hurries and does not change the plan.
 */
public final class Pace {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long startNanos;
  private final double perSecond;

  public Pace(long startNanos, double perSecond) {
    this.startNanos = startNanos;
    this.perSecond = perSecond;
  }

  /** When the record with this number, counted from zero, is due. */
  public long dueNanos(long number) {
    return startNanos + (long) (number * NANOS_PER_SECOND / perSecond);
  }
}
