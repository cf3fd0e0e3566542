package weir.log.table;

/**
 * A column of a table, or what stands within one.
 *
 * @param name as the file has it
 * @param sql how queries call it
 * @param type as the database calls it
 */
record Column(String name, String sql, String type) {
  boolean isTime() {
    return type.startsWith("TIMESTAMP") || type.equals("DATE");
  }

  boolean isFloating() {
    return type.equals("DOUBLE") || type.equals("FLOAT");
  }

  boolean isArray() {
    return type.endsWith("]");
  }

  boolean isStruct() {
    return type.startsWith("STRUCT") && !isArray();
  }

  /** Whether one value stands in a cell. */
  boolean isScalar() {
    return !isArray() && !isStruct() && !type.startsWith("MAP") && !type.startsWith("UNION");
  }
}
