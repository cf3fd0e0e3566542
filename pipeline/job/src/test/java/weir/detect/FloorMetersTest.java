package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.judge.Floor;
import weir.meters.Meters;

@Tag("slow")
class FloorMetersTest {
  private static final long KNOWN = 1_772_323_200_000L;

  private static final class StepFn extends DoFn<Long, Long> {
    private static final long serialVersionUID = 1L;

    private final Floor floor;
    private transient FloorMeters meters;

    StepFn(Floor floor) {
      this.floor = floor;
    }

    @Setup
    public void setUp() {
      meters = new FloorMeters(floor);
    }

    @ProcessElement
    public void process(@Element Long logTime) {
      meters.came(logTime);
    }

    @FinishBundle
    public void finish() {
      meters.tell();
    }
  }

  private static Map<String, Long> told(Floor floor, Long... logTimes) {
    TestPipeline pipeline =
        TestPipeline.fromOptions(PipelineOptionsFactory.create())
            .enableAbandonedNodeEnforcement(false);
    pipeline.apply(Create.of(List.of(logTimes))).apply(ParDo.of(new StepFn(floor)));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    MetricQueryResults all =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.inNamespace(Meters.NAMESPACE))
                    .build());
    Map<String, Long> told = new HashMap<>();
    all.getCounters().forEach(each -> told.put(each.getName().getName(), each.getCommitted()));
    all.getGauges()
        .forEach(each -> told.put(each.getName().getName(), each.getCommitted().getValue()));
    return told;
  }

  @Test
  void theFloorAndItsAgeAreTold() {
    long before = System.currentTimeMillis();
    Map<String, Long> told = told(() -> KNOWN, KNOWN, KNOWN + 1);
    assertThat(told).containsEntry(Meters.FLOOR, KNOWN);
    assertThat(told.get(Meters.FLOOR_AGE))
        .isBetween((before - KNOWN) / 1000, (System.currentTimeMillis() - KNOWN) / 1000);
    assertThat(told.getOrDefault(Meters.BELOW_FLOOR, 0L)).isZero();
  }

  @Test
  void whatComesBelowItIsCounted() {
    assertThat(told(() -> KNOWN, KNOWN - 1, KNOWN, KNOWN - 50))
        .containsEntry(Meters.BELOW_FLOOR, 2L);
  }

  @Test
  void whileNothingIsKnownNothingIsTold() {
    assertThat(told(Floor.NONE, KNOWN))
        .doesNotContainKeys(Meters.FLOOR, Meters.FLOOR_AGE, Meters.BELOW_FLOOR);
  }
}
