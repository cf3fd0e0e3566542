/** What the hot parts of Weir cost one by one, measured by JMH over the seeded simulation. */
@NullMarked
package weir.bench.jmh;

import org.jspecify.annotations.NullMarked;
