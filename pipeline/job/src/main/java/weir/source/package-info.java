/**
 * What a whole log is that is no topic, for the job that judges it and the module that knows it.
 */
@NullMarked
package weir.source;

import org.jspecify.annotations.NullMarked;
