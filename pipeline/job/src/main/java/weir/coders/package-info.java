/** The binary form of everything that travels between workers or rests in their state. */
@NullMarked
package weir.coders;

import org.jspecify.annotations.NullMarked;
