package weir.bench.chaos;

/** What the job is doing when a server goes. */
enum Moment {
  /** It gets a load, which goes on while the server is away. */
  LOAD("under load"),
  /** It works off what is there already. */
  BACKLOG("in a backlog"),
  /** All is done, and nothing comes until the server is back. */
  IDLE("idle"),
  /** Other rules are announced on a live log, and not in force yet. */
  NOTICE("between a notice and its time");

  private final String label;

  Moment(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
