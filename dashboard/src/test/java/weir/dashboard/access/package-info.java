@NullMarked
package weir.dashboard.access;

import org.jspecify.annotations.NullMarked;
