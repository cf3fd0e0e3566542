@NullMarked
package weir.dashboard.store;

import org.jspecify.annotations.NullMarked;
