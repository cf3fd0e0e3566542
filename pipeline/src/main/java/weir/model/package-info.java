/**
 * The words of Weir: what is read, what is judged, what is answered; each with its coder and its
 * JSON form.
 */
@NullMarked
package weir.model;

import org.jspecify.annotations.NullMarked;
