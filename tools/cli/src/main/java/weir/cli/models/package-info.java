/** Commands about models: announce one, list those that are announced, and look into one. */
@NullMarked
package weir.cli.models;

import org.jspecify.annotations.NullMarked;
