/** What a browser is given: the page, its answers and the stream of events. */
@NullMarked
package weir.dashboard.web;

import org.jspecify.annotations.NullMarked;
