/** What each hot part of Weir costs, measured by JMH over the seeded simulation. */
@NullMarked
package weir.bench.jmh;

import org.jspecify.annotations.NullMarked;
