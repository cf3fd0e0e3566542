package weir.model;

/** A rule that fired on a transaction. */
public record FiredRule(String id, int version, Severity severity) {}
