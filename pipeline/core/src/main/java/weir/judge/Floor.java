package weir.judge;

import java.io.Serializable;

/**
 * How far the whole log was taken through all steps. A step that looks at transactions by another
 * key than their user gets them from all partitions, so what its own newest one says proves
 * nothing; this does.
 */
@FunctionalInterface
public interface Floor extends Serializable {
  /** While nothing is known. */
  long UNKNOWN = Long.MIN_VALUE;

  /** Nothing will ever be known, so nothing is forgotten. */
  Floor NONE = () -> UNKNOWN;

  /**
   * A log time: the transactions before it have been through all steps, those of every partition.
   * It never falls within a process. To ask costs next to nothing, waits for nothing and cannot
   * fail, so a step may ask for every transaction.
   */
  long logTime();
}
