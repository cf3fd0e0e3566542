/** Fields that a charter declares besides those that every transaction has, and their values. */
@NullMarked
package weir.fields;

import org.jspecify.annotations.NullMarked;
