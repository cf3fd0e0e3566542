@NullMarked
package weir.dashboard.openapi;

import org.jspecify.annotations.NullMarked;
