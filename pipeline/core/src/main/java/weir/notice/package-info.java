/** Changes that are announced ahead: which books there are, and which of them is in force when. */
@NullMarked
package weir.notice;

import org.jspecify.annotations.NullMarked;
