package weir.dashboard.live;

/** What moves with every transaction, as long as it belongs to the job that runs. */
final class Heartbeat {
  private final long longest;
  boolean exists;
  boolean beats;
  long at;
  private long recordsThen;

  Heartbeat(long longest) {
    this.longest = longest;
  }

  void found(long now, long records) {
    exists = true;
    at = now;
    recordsThen = records;
  }

  void beat(long now, long records) {
    found(now, records);
    beats = true;
  }

  /** Another sign came though this one was silent for too long: the job does without it. */
  void doubt(long now, long records) {
    if (now - at > longest && records - recordsThen >= Judging.MANY) {
      exists = false;
      beats = false;
    }
  }
}
