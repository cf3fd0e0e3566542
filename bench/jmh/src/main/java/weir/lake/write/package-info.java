/** Ways to write files of the lake, to be measured: beside the classes that they are made of. */
@NullMarked
package weir.lake.write;

import org.jspecify.annotations.NullMarked;
