/** A description of addresses and of the records they answer, in the form of OpenAPI. */
@NullMarked
package weir.dashboard.openapi;

import org.jspecify.annotations.NullMarked;
