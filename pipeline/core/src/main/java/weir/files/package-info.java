/** Files that people write: what is wrong in them is told with its line, all of it at once. */
@NullMarked
package weir.files;

import org.jspecify.annotations.NullMarked;
