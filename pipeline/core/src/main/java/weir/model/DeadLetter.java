package weir.model;

/**
 * A record of a topic that is not judged.
 *
 * @param topic that it was read from
 */
public record DeadLetter(String topic, Rejected rejected) {}
