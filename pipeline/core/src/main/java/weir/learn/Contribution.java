package weir.learn;

/**
 * How far one input moved a margin.
 *
 * @param input its number among the inputs of the model
 * @param effect in units of 2^-20
 */
public record Contribution(int input, long effect) {}
