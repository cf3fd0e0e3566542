package weir.filter;

import java.io.Serializable;

/**
 * All log time from some moment on. It has no end: who knows of an end depends on what was
 * announced meanwhile, and what is summed up once serves all who ask later.
 */
public record LogSpan(long from) implements Serializable {
  public static final LogSpan ALWAYS = new LogSpan(Long.MIN_VALUE);

  public boolean has(long logTime) {
    return from <= logTime;
  }
}
