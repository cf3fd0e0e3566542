/** Keys that share bundles, on an engine to which each bundle costs a lot. */
@NullMarked
package weir.groups;

import org.jspecify.annotations.NullMarked;
