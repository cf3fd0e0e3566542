/** ./weir rules: what is announced to a log, and what that changes. */
@NullMarked
package weir.cli.rules;

import org.jspecify.annotations.NullMarked;
