/** Runs the pipeline on an engine. */
@NullMarked
package weir.cli.run;

import org.jspecify.annotations.NullMarked;
