package weir.dashboard.queue;

/**
 * A case that somebody works.
 *
 * @param user whose alerts it is about
 * @param takenAt epoch milliseconds
 * @param until when it ends unless they go on, in epoch milliseconds
 */
public record Claim(String user, String who, long takenAt, long until) {

  /** How long ago it was taken, in words. */
  String ago() {
    long minutes = Math.max(0, System.currentTimeMillis() - takenAt) / 60_000;
    return minutes == 0 ? "less than a minute ago" : minutes + " min ago";
  }
}
