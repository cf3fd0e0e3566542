package weir.contract;

/** A job that is under way somewhere. */
public interface Job {
  boolean isAlive();

  /** What it has printed so far, for whoever wants to know why it failed. */
  String output();
}
