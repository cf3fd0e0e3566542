package weir.model;

/**
 * Says that a transaction counts in the totals of a rule: once for each transaction that can matter
 * there.
 */
public record TowardsTotal(String ruleId, Transaction transaction) implements Judgement {
  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.towardsTotal(this);
  }
}
