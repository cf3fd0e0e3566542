package weir.model;

/** A transaction that now is part of its user's history; said once per transaction. */
public record Accepted(Transaction transaction) implements Judgement {}
