/** Real clusters of Flink and Spark: servers on loopback, each a process of its own. */
@NullMarked
package weir.cluster;

import org.jspecify.annotations.NullMarked;
