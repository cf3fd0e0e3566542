/** Real servers on this machine, started by the JVM: no container engine is needed. */
@NullMarked
package weir.local;

import org.jspecify.annotations.NullMarked;
