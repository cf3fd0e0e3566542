package weir.bench.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.contract.JobProcess;
import weir.launch.Distribution;

/**
 * Starts the jobs of a checkout from their job jars, with its options for JVMs.
 *
 * @param checkout the folder with the launcher
 * @param folder where logs go
 */
record JobJars(Path checkout, Path folder) {
  private static final String PACKAGE = "weir.runners.";

  Distribution distribution(String engine) {
    return Distribution.of(engine, checkout);
  }

  Path jobJar(String engine) {
    Path jar = checkout.resolve(Path.of("runners", engine, "target", "weir-" + engine + ".jar"));
    if (!Files.exists(jar)) {
      throw new IllegalStateException("no " + jar + ": ./weir package makes it");
    }
    return jar;
  }

  /** A process with the job in it. */
  JobProcess run(String engine, String mainClass, List<String> options) {
    return start(jobJar(engine).toString(), mainClass, options);
  }

  /** A process that hands the job to a cluster. */
  JobProcess submit(String engine, String mainClass, List<String> options) {
    Path jar = jobJar(engine);
    List<String> all = new ArrayList<>(options);
    all.add("--filesToStage=" + jar);
    return start(jar + File.pathSeparator + distribution(engine).classPath(), mainClass, all);
  }

  private JobProcess start(String classPath, String mainClass, List<String> options) {
    Path jvmArgs = checkout.resolve("runners").resolve("jvm.args");
    return JobProcess.start(jvmArgs, classPath, PACKAGE + mainClass, options, folder);
  }

  /** The given options, and those of the others whose names are not given. */
  static List<String> completed(List<String> given, List<String> others) {
    List<String> all = new ArrayList<>(given);
    for (String each : others) {
      String name = each.substring(0, each.indexOf('=') + 1);
      if (given.stream().noneMatch(option -> option.startsWith(name))) {
        all.add(each);
      }
    }
    return all;
  }

  Path made(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException failed) {
      throw new IllegalStateException("the folder " + folder + " cannot be used", failed);
    }
  }
}
