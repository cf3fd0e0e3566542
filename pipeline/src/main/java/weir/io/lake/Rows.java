package weir.io.lake;

import weir.model.Payload;

/**
 * Rows that go into the same folder and wait for their file together.
 *
 * @param folder inside the layer's
 * @param bytes as a {@link RowWriter} wrote them
 */
record Rows(String folder, Payload bytes) {}
