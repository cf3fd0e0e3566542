package weir.model;

/**
 * The results of judging one arrival. They are one type because Spark would cache and decode again
 * a second output of a stateful step.
 */
public sealed interface Judgement permits Alert, Dossier, Rejected, TowardsTotal, Verdict {
  /** Calls the case that it is. */
  <X extends Exception> void match(Cases<X> cases) throws X;

  /** Handles each kind. A new kind is a new method, so that no kind can be forgotten. */
  interface Cases<X extends Exception> {
    void alert(Alert alert) throws X;

    void verdict(Verdict verdict) throws X;

    void towardsTotal(TowardsTotal counted) throws X;

    void rejected(Rejected conflict) throws X;

    void dossier(Dossier dossier) throws X;
  }
}
