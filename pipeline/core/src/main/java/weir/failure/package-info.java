/** Failures in one sentence, for the person who gave the command. */
@NullMarked
package weir.failure;

import org.jspecify.annotations.NullMarked;
