/** A page that needs no network: its parts and its plots. */
@NullMarked
package weir.page;

import org.jspecify.annotations.NullMarked;
