@NullMarked
package weir.dashboard.users;

import org.jspecify.annotations.NullMarked;
