package weir.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in a release: the names in it, in order, and where their contents are. */
final class Layout {
  private final SortedMap<String, Entry> entries = new TreeMap<>();

  /** The content of one file. */
  interface Entry {
    InputStream open() throws IOException;

    long size() throws IOException;

    /** Whether it can be started. */
    default boolean isProgram() {
      return false;
    }
  }

  private record OfFile(Path file, boolean isProgram) implements Entry {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public long size() throws IOException {
      return Files.size(file);
    }
  }

  private record OfText(String text) implements Entry {
    private byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes());
    }

    @Override
    public long size() {
      return bytes().length;
    }
  }

  SortedMap<String, Entry> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }

  void file(String name, Path file) {
    put(name, new OfFile(file, false));
  }

  void program(String name, Path file) {
    put(name, new OfFile(file, true));
  }

  void text(String name, String text) {
    put(name, new OfText(text));
  }

  /** All files of a folder. */
  void tree(String name, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path each : files) {
      file(name + "/" + folder.relativize(each).toString().replace('\\', '/'), each);
    }
  }

  private void put(String name, Entry entry) {
    if (entries.putIfAbsent(name, entry) != null) {
      throw new IllegalStateException("a release would hold " + name + " twice");
    }
  }
}
