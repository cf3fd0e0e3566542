package weir.model;

import weir.fields.RecordLayout;

/**
 * The transaction that a record is by a layout. It travels with the record, so that the bytes are
 * read once. By another layout the same bytes may be another transaction, or none.
 */
public record Parsed(RecordLayout layout, Transaction transaction) {}
