package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.kafka.restart.TakenThrough;

/** What a step on Spark knows of the batches before its own. */
class SparkBatchesTest {
  private static final int BATCHES = 3;

  /** When a batch was worked on, by what a step was told. */
  private static final Map<Long, Long> WORKED_AT = new ConcurrentHashMap<>();

  private static final CountDownLatch ALL = new CountDownLatch(BATCHES);

  @Test
  void outsideOfABatchNothingIsKnown() {
    assertThat(new SparkBatches().until()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void stepsOnSparkAskIt() {
    assertThat(ServiceLoader.load(TakenThrough.class)).hasOnlyElementsOfType(SparkBatches.class);
  }

  /** Each batch takes longer than the next one waits, so they queue. */
  @Test
  @Tag("slow")
  @SuppressWarnings("deprecation") // Beam's runner works with it.
  void aStepKnowsTheTimeOfItsBatchHoweverLateItIs() throws Exception {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[1]")
            .setAppName("batches")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.driver.host", "127.0.0.1");
    try (JavaStreamingContext context =
        new JavaStreamingContext(conf, Durations.milliseconds(200))) {
      Queue<JavaRDD<Integer>> batches = new ArrayDeque<>();
      for (int batch = 0; batch < BATCHES; batch++) {
        batches.add(context.sparkContext().parallelize(List.of(batch), 1));
      }
      context.queueStream(batches).foreachRDD(rdd -> rdd.foreach(SparkBatchesTest::workOnIt));
      context.start();
      assertThat(ALL.await(1, TimeUnit.MINUTES)).isTrue();
      context.stop();
    }
    List<Long> told = WORKED_AT.keySet().stream().sorted().toList();
    assertThat(told).hasSize(BATCHES);
    for (int batch = 1; batch < BATCHES; batch++) {
      assertThat(told.get(batch) - told.get(batch - 1)).isEqualTo(200);
    }
    long last = told.get(BATCHES - 1);
    assertThat(WORKED_AT.getOrDefault(last, 0L) - last)
        .as("how late the last one was")
        .isGreaterThan(10_500);
  }

  private static void workOnIt(Integer batch) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(500);
    WORKED_AT.put(new SparkBatches().until(), System.currentTimeMillis());
    ALL.countDown();
  }
}
