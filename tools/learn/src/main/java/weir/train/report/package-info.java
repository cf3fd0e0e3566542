/** What a training reached, as one page that needs no network. */
@NullMarked
package weir.train.report;

import org.jspecify.annotations.NullMarked;
