/** YAML files that people write: read field by field, refused with their line. */
@NullMarked
package weir.yaml;

import org.jspecify.annotations.NullMarked;
