/** Servers on this machine: a broker, a database, clusters. */
@NullMarked
package weir.cli.serve;

import org.jspecify.annotations.NullMarked;
