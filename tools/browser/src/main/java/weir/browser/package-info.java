/** A real browser for tests of pages. */
@NullMarked
package weir.browser;

import org.jspecify.annotations.NullMarked;
