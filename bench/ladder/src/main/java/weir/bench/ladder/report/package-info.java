/** The results of a measurement: tables, plots and files. */
@NullMarked
package weir.bench.ladder.report;

import org.jspecify.annotations.NullMarked;
