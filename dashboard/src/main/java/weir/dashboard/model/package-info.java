/** The models in force: what they say now, beside what they said in training. */
@NullMarked
package weir.dashboard.model;

import org.jspecify.annotations.NullMarked;
