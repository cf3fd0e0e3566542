/** How long alerts take under a steady load. */
@NullMarked
package weir.bench.ladder.latency;

import org.jspecify.annotations.NullMarked;
