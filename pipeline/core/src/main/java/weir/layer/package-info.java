/** What a lake is made of: which files it has, where they are, and which columns are in them. */
@NullMarked
package weir.layer;

import org.jspecify.annotations.NullMarked;
