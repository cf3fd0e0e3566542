/** Holds the files by which Weir is deployed against what they speak of. */
@NullMarked
package weir.deploy;

import org.jspecify.annotations.NullMarked;
