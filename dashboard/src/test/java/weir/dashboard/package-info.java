@NullMarked
package weir.dashboard;

import org.jspecify.annotations.NullMarked;
