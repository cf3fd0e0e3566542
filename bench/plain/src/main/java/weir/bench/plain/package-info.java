/** The pipeline as a loop, without a framework. */
@NullMarked
package weir.bench.plain;

import org.jspecify.annotations.NullMarked;
