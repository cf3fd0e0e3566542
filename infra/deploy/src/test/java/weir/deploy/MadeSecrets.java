package weir.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** What infra/make-secrets makes in a folder. */
record MadeSecrets(Path folder) {

  static MadeSecrets in(Path folder, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Infra.file("make-secrets").toString()));
    command.add("--folder=" + folder);
    command.addAll(List.of(options));
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (made.waitFor() != 0) {
      throw new IOException(output);
    }
    return new MadeSecrets(folder);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  String password(String user) throws IOException {
    return text(user + "-password").strip();
  }

  /** A copy of a file in which one text stands for another. */
  Path changed(String name, String text, String instead) throws IOException {
    Path copy = Files.createTempFile(folder, "changed-", ".properties");
    Files.copy(file(name), copy, StandardCopyOption.REPLACE_EXISTING);
    return Files.writeString(copy, text(name).replace(text, instead));
  }
}
