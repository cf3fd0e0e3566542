package weir.lake.write;

import weir.model.Payload;

/**
 * GatheredRows that go into the same folder and wait for their file together.
 *
 * @param folder inside the layer's
 * @param bytes as a {@link RowWriter} wrote them
 */
record GatheredRows(String folder, Payload bytes) {}
