package weir.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.local.Folders;
import weir.local.Reason;

/**
 * A cluster of one engine on loopback: a master and workers, which a test can kill and start again.
 * All end with this JVM, even if that is killed.
 */
public abstract class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 100;
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final ClusterSettings settings;
  private final Path folder;
  private final List<ChildJvm> servers = new ArrayList<>();
  private final List<ChildJvm> workers = new ArrayList<>();
  private final Thread atExit = new Thread(this::close, "cluster-exit");
  private boolean closed;

  Cluster(ClusterSettings settings) {
    this.settings = settings;
    this.folder = settings.folder().map(Cluster::made).orElseGet(Cluster::temporary);
  }

  private static Path temporary() {
    return Folders.temporary("weir-cluster-");
  }

  private static Path made(Path wanted) {
    try {
      return Files.createDirectories(wanted).toRealPath();
    } catch (IOException failed) {
      throw new UnavailableException(
          "the folder " + wanted + " cannot be used: " + Reason.of(failed), failed);
    }
  }

  /** Where jobs are submitted, as the engine's options want it. */
  public abstract String address();

  /** The page that shows the cluster. */
  public abstract String page();

  /** The servers without which no worker can work, the first to be started first. */
  abstract List<ChildJvm> startMasters();

  /** Starts one more worker. */
  abstract ChildJvm startWorker(String name);

  /** How many workers the master knows to be there. */
  abstract int knownWorkers() throws IOException;

  final void start() {
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
      servers.addAll(startMasters());
      for (int i = 0; i < settings.workers(); i++) {
        launchWorker();
      }
      awaitWorkers();
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private ChildJvm launchWorker() {
    ChildJvm worker = startWorker("worker-" + (workers.size() + 1));
    workers.add(worker);
    return worker;
  }

  /** Starts a server in the cluster's folder. */
  final ChildJvm start(Launch server) {
    return server.in(folder).logTo(folder.resolve(server.name() + ".log"));
  }

  /** The process that takes jobs and gives out work. */
  public ChildJvm master() {
    return servers.get(servers.size() - 1);
  }

  /** The workers that are alive. */
  public List<ChildJvm> workers() {
    return workers.stream().filter(ChildJvm::isAlive).toList();
  }

  /** Starts one more worker and waits until the master knows it. */
  public ChildJvm addWorker() {
    ChildJvm worker = launchWorker();
    awaitWorkers();
    return worker;
  }

  /** Starts a killed master again, at the same address, and waits until it knows its workers. */
  public void restartMaster() {
    master().restart();
    awaitWorkers();
  }

  /** Waits until the master knows as many workers as there are. */
  public void awaitWorkers() {
    await(() -> knownWorkers() == workers().size(), "the workers did not reach their master");
  }

  /** A question to a server that may not be there yet. */
  interface Question {
    boolean answeredWithYes() throws IOException;
  }

  final void await(Question question, String otherwise) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!yes(question)) {
      for (ChildJvm each : all()) {
        if (each.endedByItself()) {
          throw new UnavailableException(each.name() + " ended:\n" + each.lastWords().text());
        }
      }
      if (System.nanoTime() > end) {
        throw new UnavailableException(otherwise + ":\n" + master().lastWords().text());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new UnavailableException("interrupted while a cluster started", stopped);
      }
    }
  }

  private List<ChildJvm> all() {
    List<ChildJvm> all = new ArrayList<>(servers);
    all.addAll(workers);
    return all;
  }

  private static boolean yes(Question question) {
    try {
      return question.answeredWithYes();
    } catch (IOException notYet) {
      return false;
    }
  }

  final ClusterSettings settings() {
    return settings;
  }

  /** Where logs are and what the cluster keeps. */
  public Path folder() {
    return folder;
  }

  /** Ends all servers; a temporary folder is gone after that. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException atTheEnd) {
      // The JVM is shutting down, and this may be its doing.
    }
    all().forEach(ChildJvm::ask);
    all().forEach(each -> each.end(TO_END));
    if (settings.folder().isEmpty()) {
      Folders.delete(folder);
    }
  }
}
