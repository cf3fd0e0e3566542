/**
 * What the twins of the pipeline share: options, the judgement of a user, and the form of answers.
 */
@NullMarked
package weir.bench.twin;

import org.jspecify.annotations.NullMarked;
