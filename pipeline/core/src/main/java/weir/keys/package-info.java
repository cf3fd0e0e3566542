/**
 * By what transactions are looked at besides their user, and what a book asks for at each of those
 * keys.
 */
@NullMarked
package weir.keys;

import org.jspecify.annotations.NullMarked;
