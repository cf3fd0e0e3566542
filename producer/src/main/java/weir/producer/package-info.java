/** A seeded sender of transactions: what is sent is decided apart from when and where to. */
@NullMarked
package weir.producer;

import org.jspecify.annotations.NullMarked;
