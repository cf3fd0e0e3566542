package weir.contract;

/** A job that was started somewhere. */
public interface Job {
  boolean isAlive();

  /** What the job has printed so far. It shows why a job failed. */
  String output();
}
