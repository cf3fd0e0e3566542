/** Weir on one engine: its defaults, and nothing else. */
@NullMarked
package weir.runners;

import org.jspecify.annotations.NullMarked;
