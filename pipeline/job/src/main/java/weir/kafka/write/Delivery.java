package weir.kafka.write;

/** How often a record may be in a topic of answers after a crash. */
public enum Delivery {
  /** Said again, answers merge. */
  AT_LEAST_ONCE,
  /** Written in transactions: for whoever reads only what is committed, each is there once. */
  EXACTLY_ONCE
}
