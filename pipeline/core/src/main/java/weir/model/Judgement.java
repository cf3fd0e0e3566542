package weir.model;

/**
 * What the judgement of one arrival can say. It is one type because a second output of a stateful
 * step would be cached and decoded again on Spark.
 */
public sealed interface Judgement permits Alert, Rejected, TowardsTotal, Verdict {
  /** Hands it to the case that it is. */
  <X extends Exception> void match(Cases<X> cases) throws X;

  /** What becomes of each kind. A further kind is a further method, and so no kind is forgotten. */
  interface Cases<X extends Exception> {
    void alert(Alert alert) throws X;

    void verdict(Verdict verdict) throws X;

    void towardsTotal(TowardsTotal counted) throws X;

    void rejected(Rejected conflict) throws X;
  }
}
