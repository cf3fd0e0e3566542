/** Features: what a rule or a model may know of the transactions before the one it judges. */
@NullMarked
package weir.feature;

import org.jspecify.annotations.NullMarked;
