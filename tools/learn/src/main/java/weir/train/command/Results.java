package weir.train.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import weir.book.ModelFile;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.learn.Model;
import weir.train.Trained;

/** The files that a training leaves. */
record Results(Path folder) {
  /** In a folder, which is made if it is not there: before anything is read. */
  static Results in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new MisuseException("--out: " + folder + " cannot be made: " + failed.getMessage());
    }
    if (!Files.isWritable(folder)) {
      throw new MisuseException("--out: " + folder + " cannot be written");
    }
    return new Results(folder);
  }

  /** Writes all, and says what is where and what to do next. */
  String write(Trained trained) {
    Model model = trained.model();
    String file = ModelFile.nameOf(model);
    String stem = file.substring("model-".length(), file.length() - ".json".length());
    Path artefact = write(file, trained.artefact());
    Path report = write("report-" + stem + ".html", utf8(trained.report().html()));
    Path rule = write("rule-" + stem + ".yaml", utf8(ModelFile.rule(model)));
    return String.format(
        Locale.ROOT,
        "%nmodel   %s%nreport  %s%nrule    %s, for the book, here on trial:%n%s%nAnnounce it"
            + " before the book: ./weir models announce %s%n",
        artefact,
        report,
        rule,
        ModelFile.rule(model),
        artefact);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path write(String name, byte[] content) {
    Path file = folder.resolve(name).normalize();
    try {
      Files.write(file, content);
    } catch (IOException failed) {
      throw new UnavailableException(file + " cannot be written: " + failed.getMessage(), failed);
    }
    return file;
  }
}
