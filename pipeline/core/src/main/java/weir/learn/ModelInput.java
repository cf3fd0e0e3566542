package weir.learn;

import org.jspecify.annotations.Nullable;

/**
 * One of the numbers that a model looks at.
 *
 * @param text the expression that gives it, usually just a name such as "amount" or "mean_30d"
 * @param normal the expression that gives what is usual for this user, to be shown beside the
 *     value; null if there is none
 * @param learned what values it had in training
 */
public record ModelInput(
    String text, InputScale scale, @Nullable String normal, Histogram learned) {}
