/** What was said of payments of the past: that they were fraud, or that they were not. */
@NullMarked
package weir.labels;

import org.jspecify.annotations.NullMarked;
