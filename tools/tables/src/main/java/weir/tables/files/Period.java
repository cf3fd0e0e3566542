package weir.tables.files;

/** How much of a time is in a file of a table, and in a partition. */
public enum Period {
  HOUR(1),
  /** In UTC. */
  DAY(24);

  private final int hours;

  Period(int hours) {
    this.hours = hours;
  }

  /** The first hour of the period of an hour, counted from the epoch. */
  public long begin(long hour) {
    return Math.floorDiv(hour, (long) hours) * hours;
  }

  /** Which one it is, counted from the epoch. */
  public int number(long hour) {
    return Math.toIntExact(Math.floorDiv(hour, (long) hours));
  }
}
