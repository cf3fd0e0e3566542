/** What stands in PostgreSQL, asked by a user who may only read. */
@NullMarked
package weir.dashboard.store;

import org.jspecify.annotations.NullMarked;
