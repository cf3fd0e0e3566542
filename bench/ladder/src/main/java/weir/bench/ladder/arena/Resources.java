package weir.bench.ladder.arena;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that ship beside a class. */
public final class Resources {
  private Resources() {}

  public static String text(Class<?> beside, String name) {
    try (InputStream text = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
