/** A model that was trained elsewhere: what it is written as, its score, and why it says so. */
@NullMarked
package weir.learn;

import org.jspecify.annotations.NullMarked;
