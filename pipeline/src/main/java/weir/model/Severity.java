package weir.model;

/** How grave an alert is, in rising order. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
