package weir.model;

/**
 * That a transaction counts in the totals of a version of a rule; said once of each that can matter
 * there.
 *
 * @param logTime when the transaction reached the log
 */
public record TowardsTotal(String ruleId, int ruleVersion, long logTime, Transaction transaction)
    implements Judgement {
  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.towardsTotal(this);
  }
}
