@NullMarked
package weir.dashboard.desk;

import org.jspecify.annotations.NullMarked;
