package weir.model;

/** That a transaction counts in the totals of a rule; said once of each that can matter there. */
public record TowardsTotal(String ruleId, Transaction transaction) implements Judgement {}
