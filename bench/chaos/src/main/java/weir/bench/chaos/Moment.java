package weir.bench.chaos;

/** What the job is doing when a server is killed. */
enum Moment {
  /** The job is under load, which goes on while the server is away. */
  LOAD("under load"),
  /** The job works off a backlog. */
  BACKLOG("in a backlog"),
  /** The job is done, and nothing arrives until the server is back. */
  IDLE("idle"),
  /** Other rules have been announced on a live log and are not in force yet. */
  NOTICE("between a notice and its time");

  private final String label;

  Moment(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
