/** The live page: a small web server over PostgreSQL and the alert topic. */
@NullMarked
package weir.dashboard;

import org.jspecify.annotations.NullMarked;
