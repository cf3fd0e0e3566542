/** What it costs that rules can change while a job runs. */
@NullMarked
package weir.bench.ladder.control;

import org.jspecify.annotations.NullMarked;
