/** Reads the compose file, and tries it with the images: real containers, by podman. */
@NullMarked
package weir.images;

import org.jspecify.annotations.NullMarked;
