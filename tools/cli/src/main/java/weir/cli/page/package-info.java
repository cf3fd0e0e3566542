/** Serves the live page. */
@NullMarked
package weir.cli.page;

import org.jspecify.annotations.NullMarked;
