/** Makes a release of what a build made: a tarball, a bill of materials, and their checksums. */
@NullMarked
package weir.release;

import org.jspecify.annotations.NullMarked;
