package weir.train.rows;

/**
 * The rows as they are used.
 *
 * @param learned trees grow from these
 * @param validated the size of a model is chosen by these, and its scores are calibrated
 * @param tested neither of these looks at them
 */
public record Parts(Part learned, Part validated, Part tested) {}
