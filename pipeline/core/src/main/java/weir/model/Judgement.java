package weir.model;

/**
 * What the judgement of one arrival can say. It is one type because a second output of a stateful
 * step would be cached and decoded again on Spark.
 */
public sealed interface Judgement permits Alert, Rejected, TowardsTotal, Verdict {}
