package weir.model;

/** A record of the log after the look that decides whether it is judged. */
public sealed interface Examined permits Accepted, Rejected {}
