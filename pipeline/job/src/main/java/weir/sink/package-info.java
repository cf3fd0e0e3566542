/** What a place for answers is, for the job that fills it and the module that knows it. */
@NullMarked
package weir.sink;

import org.jspecify.annotations.NullMarked;
