package weir.backtest.answer;

/**
 * How what stands on one side differs from what stands on the other.
 *
 * @param kept on both sides, and it amounts to the same
 * @param changed on both sides, with another mode or severity
 * @param added only on the side that is tried
 * @param removed only on the other side
 */
public record Change(long kept, long changed, long added, long removed) {
  public static final Change NONE = new Change(0, 0, 0, 0);
}
