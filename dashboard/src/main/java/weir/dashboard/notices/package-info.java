/** Notices that people make at the page: kept, written to the control topic, and heard from it. */
@NullMarked
package weir.dashboard.notices;

import org.jspecify.annotations.NullMarked;
