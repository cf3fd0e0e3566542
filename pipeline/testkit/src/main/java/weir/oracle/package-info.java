/**
 * The oracle, which is a naive reading of the law that shares no judgement code, and hostile logs.
 */
@NullMarked
package weir.oracle;

import org.jspecify.annotations.NullMarked;
