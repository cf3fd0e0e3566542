/** A whole log is judged in one pass, without an engine and by the same judges. */
@NullMarked
package weir.walk;

import org.jspecify.annotations.NullMarked;
