@NullMarked
package weir.dashboard.notices;

import org.jspecify.annotations.NullMarked;
