package weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.coders.LogRecordCoder;
import weir.notice.Announcements;
import weir.options.WeirOptions;
import weir.sink.Sinks;

/** Which steps a job has: what a charter does not declare costs nothing. */
class GraphTest {
  private static final String RULES =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      rules:
        - {id: busy, version: 1, kind: count-in-window, severity: low, moreThan: 1, window: 30 s}
      """;

  private static final List<String> OF_USERS =
      List.of(
          "Read transactions",
          "Examine/Examine each record",
          "Judge per user/Key by user/Map/ParMultiDo(Anonymous)",
          "Judge per user/Judge/ParMultiDo(Judge)",
          "Split judgements/Split");

  private static final List<String> OF_TOTALS =
      List.of(
          "Totals per user/Spending by rule, user and currency/ParMultiDo(Spending)",
          "Totals per user/Sliding windows/Window.Assign",
          "Totals per user/Total/GroupByKey",
          "Totals per user/Total/Combine.GroupedValues/ParDo(Anonymous)/ParMultiDo(Anonymous)",
          "Totals per user/Judge total/ParMultiDo(JudgeTotal)",
          "Totals per user/Leave windows/Window.Assign",
          "All dead letters");

  private static List<String> steps(String book) {
    return steps(book, PipelineOptionsFactory.create());
  }

  private static List<String> steps(String book, PipelineOptions options) {
    RuleBook rules = RuleBookReader.parse("book", book);
    Pipeline pipeline = TestPipeline.fromOptions(options).enableAbandonedNodeEnforcement(false);
    WeirPipeline.build(
        pipeline,
        Rules.always(rules),
        topic("transactions"),
        rules.charter().labels() ? Optional.of(topic("labels")) : Optional.empty(),
        new Sinks(Announcements.always(rules), rules.charter().layout().fields()));
    List<String> steps = new ArrayList<>();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            steps.add(node.getFullName());
          }
        });
    return steps;
  }

  private static WeirPipeline.Topic topic(String name) {
    return new WeirPipeline.Topic(
        name, TestStream.create(LogRecordCoder.of()).advanceWatermarkToInfinity());
  }

  @Test
  void aBookWithoutKeysHasTheStepsThatItAlwaysHad() {
    List<String> always = new ArrayList<>(OF_USERS);
    always.addAll(OF_TOTALS);
    assertThat(steps(RULES)).isEqualTo(always);
  }

  @Test
  void eachKeyIsAStepAfterTheUserInTheOrderOfTheCharter() {
    List<String> steps =
        steps("keys: {shop: merchantId, device: deviceId, spot: [city, country]}\n" + RULES);
    assertThat(steps).startsWith(OF_USERS.toArray(String[]::new));
    assertThat(steps.stream().filter(step -> step.endsWith("ParMultiDo(Judge)")))
        .containsExactly(
            "Judge per user/Judge/ParMultiDo(Judge)",
            "Judge at keys/Judge per shop/Judge/ParMultiDo(Judge)",
            "Judge at keys/Judge per device/Judge/ParMultiDo(Judge)",
            "Judge at keys/Judge per spot/Judge/ParMultiDo(Judge)");
  }

  /** An engine that asks for groups gets them at each step that keeps state by key. */
  @Test
  void groupsAreBeforeEachJudge() {
    WeirOptions options = PipelineOptionsFactory.as(WeirOptions.class);
    options.setKeyGroups(64);
    List<String> steps = steps("keys: {shop: merchantId}\n" + RULES, options);
    assertThat(steps.stream().filter(step -> step.contains("/Group keys/")))
        .containsExactly(
            "Judge per user/Group keys/Map/ParMultiDo(Anonymous)",
            "Judge at keys/Judge per shop/Group keys/Map/ParMultiDo(Anonymous)",
            "Totals per user/Group keys/Map/ParMultiDo(Anonymous)");
  }

  /** A user's own step rests on one partition, and labels come from elsewhere. */
  @Test
  void withLabelsTheUserIsOneMoreKey() {
    List<String> steps = steps("labels: true\nkeys: {shop: merchantId}\n" + RULES);
    assertThat(steps).startsWith(OF_USERS.toArray(String[]::new));
    assertThat(steps).contains("Read labels", "Hear labels/Examine each label");
    assertThat(steps.stream().filter(step -> step.endsWith("ParMultiDo(Judge)")))
        .containsExactly(
            "Judge per user/Judge/ParMultiDo(Judge)",
            "Judge at keys/Judge per shop/Judge/ParMultiDo(Judge)",
            "Judge at keys/Judge per user/Judge/ParMultiDo(Judge)");
  }
}
