package weir.history;

/** How summaries of neighbours are put together. Summaries of the same things are equal. */
public interface Merge<S> {

  S ofNothing();

  /** The summary of some and of those that follow them. */
  S plus(S left, S right);
}
