/** The rule book: its rules, and what their windows demand of the pipeline. */
@NullMarked
package weir.book;

import org.jspecify.annotations.NullMarked;
