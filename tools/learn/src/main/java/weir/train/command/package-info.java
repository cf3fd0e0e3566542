/** What ./weir train starts: from its command line to the files it writes. */
@NullMarked
package weir.train.command;

import org.jspecify.annotations.NullMarked;
