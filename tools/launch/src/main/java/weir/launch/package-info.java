/** How a process ends with the one that started it, even if that is killed. */
@NullMarked
package weir.launch;

import org.jspecify.annotations.NullMarked;
