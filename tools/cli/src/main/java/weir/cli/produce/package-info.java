/** Sends made-up transactions. */
@NullMarked
package weir.cli.produce;

import org.jspecify.annotations.NullMarked;
