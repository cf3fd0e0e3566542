package weir.lake.write;

import java.io.Serializable;

/** One kind of files of the lake: where they are, and what a row of them is made of. */
interface Layer<T> extends Serializable {

  /** The folder of the layer inside the lake. */
  String folder();

  /** The columns; not a field of the layer, which travels to the workers. */
  ParquetColumns columns();

  /** Writes the values of a row, one for each column and in their order. */
  void write(T element, RowWriter row);

  /** The time by whose date and hour the row is put into a folder. */
  long time(T element);
}
