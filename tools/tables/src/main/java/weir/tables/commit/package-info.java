/** Which files a table does not know yet, and how they come into it: each once. */
@NullMarked
package weir.tables.commit;

import org.jspecify.annotations.NullMarked;
