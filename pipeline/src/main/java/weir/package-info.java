/** Weir: one Beam pipeline that judges every transaction on a Kafka log exactly. */
@NullMarked
package weir;

import org.jspecify.annotations.NullMarked;
