package weir.dashboard.live;

import org.jspecify.annotations.Nullable;

/** The state of Kafka or PostgreSQL, for the page and the health check. */
public final class Source {
  /** The state of a source. */
  public enum State {
    /** Its address was not given. */
    OFF,
    CONNECTING,
    UP,
    DOWN
  }

  /**
   * What is known.
   *
   * @param since epoch milliseconds
   * @param note why it is down, or what is odd about it
   */
  public record Status(State state, long since, @Nullable String note) {}

  private Status status;

  public Source(boolean used) {
    status = new Status(used ? State.CONNECTING : State.OFF, System.currentTimeMillis(), null);
  }

  public synchronized Status status() {
    return status;
  }

  public boolean isUp() {
    return status().state() == State.UP;
  }

  public void up(@Nullable String note) {
    set(State.UP, note);
  }

  public void down(String why) {
    set(State.DOWN, why);
  }

  private synchronized void set(State state, @Nullable String note) {
    long since = status.state() == state ? status.since() : System.currentTimeMillis();
    status = new Status(state, since, note);
  }
}
