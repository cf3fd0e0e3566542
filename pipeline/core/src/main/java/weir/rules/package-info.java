/** The kinds of rules, one file each, and what they share. */
@NullMarked
package weir.rules;

import org.jspecify.annotations.NullMarked;
