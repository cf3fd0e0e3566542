/** The demo: everything at once on this machine. */
@NullMarked
package weir.cli.demo;

import org.jspecify.annotations.NullMarked;
