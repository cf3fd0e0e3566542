package weir.log;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.judge.Floor;

/** Two logs as one: the transactions of one place with the labels of another. */
public final class Beside implements Log {
  private static final Comparator<Side> ORDER =
      Comparator.<Side>comparingLong(side -> side.reached)
          .thenComparing(side -> Objects.requireNonNull(side.next).kind());

  private final List<Side> sides;
  private boolean begun;
  private long reached = Floor.UNKNOWN;

  /** A log, and the next record of it. */
  private static final class Side {
    private final Log log;
    private @Nullable Entry next;
    private long reached;

    Side(Log log) {
      this.log = log;
    }

    void read() {
      next = log.next();
      reached = log.reached();
    }
  }

  public Beside(Log one, Log other) {
    this.sides = List.of(new Side(one), new Side(other));
  }

  @Override
  public @Nullable Entry next() {
    if (!begun) {
      begun = true;
      sides.forEach(Side::read);
    }
    Side first = sides.stream().filter(side -> side.next != null).min(ORDER).orElse(null);
    if (first == null) {
      return null;
    }
    Entry next = first.next;
    reached = first.reached;
    first.read();
    return next;
  }

  @Override
  public long reached() {
    return reached;
  }

  @Override
  public long records() {
    return sides.stream().mapToLong(side -> side.log.records()).sum();
  }

  @Override
  public void close() {
    sides.forEach(side -> side.log.close());
  }
}
