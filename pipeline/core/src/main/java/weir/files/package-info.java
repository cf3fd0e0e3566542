/** Files that people write: all faults are reported at once, each with its line. */
@NullMarked
package weir.files;

import org.jspecify.annotations.NullMarked;
