/** The only package that knows Kafka. */
@NullMarked
package weir.io;

import org.jspecify.annotations.NullMarked;
