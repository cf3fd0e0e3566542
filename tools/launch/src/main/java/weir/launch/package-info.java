/** How a JVM is started, watched and ended, and how it ends with the process that started it. */
@NullMarked
package weir.launch;

import org.jspecify.annotations.NullMarked;
