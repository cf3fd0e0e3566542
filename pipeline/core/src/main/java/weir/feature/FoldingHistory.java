package weir.feature;

import java.util.Arrays;
import java.util.List;
import weir.filter.Lists;
import weir.fold.Folded;
import weir.history.History;
import weir.model.Dossier;
import weir.model.Transaction;

/**
 * A history, and what is left of the transactions that it has forgotten; immutable. Features with
 * an edge say the same, whether or not something was folded.
 *
 * @param history the transactions that are not before {@link Folded#before}
 */
public record FoldingHistory(History history, Folded folded) {
  public static final FoldingHistory EMPTY = new FoldingHistory(History.empty(), Folded.NOTHING);

  /** A history of which nothing was folded. */
  public static FoldingHistory of(History history) {
    return new FoldingHistory(history, Folded.NOTHING);
  }

  /** The time before which all was folded, and after which nothing was. */
  public long foldedUntil() {
    return folded.before();
  }

  /** This with more dossiers, or with others about the same transactions, in their order. */
  public FoldingHistory with(List<Dossier> more) {
    return new FoldingHistory(history.with(more), folded);
  }

  /**
   * This with one more. If it is older than what was folded, it is folded at once.
   *
   * @param logTime when the arrival reached the log
   */
  public FoldingHistory with(Transaction arrival, long logTime, Folding folding, Lists lists) {
    return arrival.time() < folded.before()
        ? new FoldingHistory(
            history,
            folding.fold(folded, List.of(arrival), new long[] {logTime}, folded.before(), lists))
        : new FoldingHistory(history.with(arrival, logTime), folded);
  }

  /**
   * This with all that is before the time folded. It costs as much as there are edges, so fold many
   * at once; when it is done makes no difference to any value.
   *
   * @param time nothing before it will be judged any more, and no window of a feature without an
   *     edge reaches back to it
   */
  public FoldingHistory foldedBefore(long time, Folding folding, Lists lists) {
    History rest = history.since(time);
    int many = history.size() - rest.size();
    if (many == 0) {
      return this;
    }
    List<Transaction> old = history.transactions().subList(0, many);
    return new FoldingHistory(
        rest,
        folding.fold(
            folded,
            old,
            Arrays.copyOf(history.logTimes(), many),
            // No later than needed: what still arrives between here and the time can wait.
            old.get(many - 1).time() + 1,
            lists));
  }
}
