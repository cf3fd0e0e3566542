/** The rules as they stand, and changes of them that people propose and agree to. */
@NullMarked
package weir.dashboard.rules;

import org.jspecify.annotations.NullMarked;
