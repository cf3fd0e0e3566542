package weir.walk;

/**
 * How much a walk holds.
 *
 * @param users those of whom it knows a payment
 * @param payments how many it knows of them
 * @param values of other keys, of which it knows a payment, a sum of some, or a label
 * @param dossiers how many payments it knows there one by one
 * @param labels how many labels it knows there
 * @param totals the windows of totals in which something was spent
 */
public record Holding(
    long users, long payments, long values, long dossiers, long labels, long totals) {}
