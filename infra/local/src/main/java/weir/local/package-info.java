/** Real servers on this machine, as processes of the JVM: no container engine is needed. */
@NullMarked
package weir.local;

import org.jspecify.annotations.NullMarked;
