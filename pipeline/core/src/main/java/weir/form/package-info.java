/** How answers are written and read: each described once, for every form that it has. */
@NullMarked
package weir.form;

import org.jspecify.annotations.NullMarked;
