/** A seeded sender of transactions. What is sent is decided separately from when and where to. */
@NullMarked
package weir.producer;

import org.jspecify.annotations.NullMarked;
