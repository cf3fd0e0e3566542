package weir.oracle;

import java.util.SortedMap;

/**
 * What is known in the end about a log: standing alerts by id and dead letters by the record they
 * are of, each as the text of its JSON.
 */
public record Answers(SortedMap<String, String> alerts, SortedMap<String, String> deadLetters) {}
