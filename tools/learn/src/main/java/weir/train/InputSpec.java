package weir.train;

import org.jspecify.annotations.Nullable;
import weir.learn.InputScale;

/**
 * An input that a model is to look at.
 *
 * @param text the expression that gives it
 * @param normal the expression that gives what is usual for the user; null if there is none
 */
public record InputSpec(String text, InputScale scale, @Nullable String normal) {}
