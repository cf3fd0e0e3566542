@NullMarked
package weir.dashboard.web;

import org.jspecify.annotations.NullMarked;
