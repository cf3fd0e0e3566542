package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reify;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import weir.book.RuleBookReader;
import weir.coders.DossierCoder;
import weir.judge.AtKey;
import weir.keys.Keys;
import weir.model.Dossier;
import weir.model.Transaction;

class GatherPerKeyTest {
  private static final Keys KEYS =
      Keys.of(
          RuleBookReader.parse(
                  "book",
                  """
                  allowedLateness: 1 min
                  allowedClockSkew: 5 s
                  keys: {shop: merchantId, device: deviceId}
                  rules:
                    - {id: a, version: 1, kind: amount-over, severity: low, limit: 1}
                  """)
              .charter());

  private static TimestampedValue<Dossier> dossier(String shop, int number, int onward) {
    Transaction tx =
        new Transaction(
            "t" + number, "u", 1, "EUR", number, shop, null, null, null, null, null, null, "d");
    return TimestampedValue.of(
        new Dossier(tx, number, onward, 1, List.of(), List.of()), Instant.ofEpochMilli(number));
  }

  /** Whatever stands together comes out together, in its order, and nothing is lost. */
  @Test
  void gathersByTheValueOfTheNextKey() {
    TestPipeline pipeline = pipeline();
    PCollectionTuple parted = gathered(pipeline, IsBounded.UNBOUNDED);
    PAssert.that(parted.get(GatherPerKey.to(0))).satisfies(GatherPerKeyTest::areAll);
    PAssert.that(parted.get(GatherPerKey.to(1)))
        .satisfies(
            beyond -> {
              List<Dossier> ofDevice = new ArrayList<>();
              beyond.forEach(each -> ofDevice.addAll(each.getValue().dossiers()));
              assertThat(beyond).allMatch(each -> each.getKey().equals("d"));
              assertThat(ofDevice).hasSize(500).allMatch(each -> each.nextKey() == 1);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  /** Where all dossiers end, the judges put them in order by the time of each. */
  @Test
  void eachGoesByItselfAtItsTimeWhereAllEnd() {
    TestPipeline pipeline = pipeline();
    PCollectionTuple parted = gathered(pipeline, IsBounded.BOUNDED);
    PAssert.that(parted.get(GatherPerKey.to(0)).apply(Reify.timestamps()))
        .satisfies(
            timed -> {
              assertThat(timed).hasSize(4500);
              for (TimestampedValue<KV<String, AtKey>> each : timed) {
                List<Dossier> dossiers = each.getValue().getValue().dossiers();
                assertThat(dossiers).hasSize(1);
                Transaction tx = dossiers.get(0).transaction();
                assertThat(each.getTimestamp().getMillis()).isEqualTo(tx.time());
                assertThat(each.getValue().getKey()).isEqualTo(tx.merchantId());
              }
              return null;
            });
    PAssert.thatSingleton(parted.get(GatherPerKey.to(1)).apply(Count.globally())).isEqualTo(500L);
    pipeline.run().waitUntilFinish();
  }

  private static TestPipeline pipeline() {
    return TestPipeline.fromOptions(PipelineOptionsFactory.create())
        .enableAbandonedNodeEnforcement(false);
  }

  private static PCollectionTuple gathered(TestPipeline pipeline, IsBounded bounded) {
    List<TimestampedValue<Dossier>> all = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      // Every tenth is not for this key.
      all.add(dossier("shop " + i % 3, i, i % 10 == 0 ? 2 : 3));
    }
    return pipeline
        .apply(Create.timestamped(all).withCoder(DossierCoder.of()))
        .setIsBoundedInternal(bounded)
        .apply(new GatherPerKey(KEYS, 0));
  }

  private static Void areAll(Iterable<KV<String, AtKey>> gathered) {
    Map<String, Integer> many = new TreeMap<>();
    int batches = 0;
    for (KV<String, AtKey> each : gathered) {
      batches++;
      for (Dossier dossier : each.getValue().dossiers()) {
        assertThat(dossier.transaction().merchantId()).isEqualTo(each.getKey());
        many.merge(each.getKey(), 1, Integer::sum);
      }
    }
    assertThat(many).containsEntry("shop 0", 1500).containsEntry("shop 1", 1500).hasSize(3);
    assertThat(batches).as("batches of several").isLessThan(2000);
    return null;
  }
}
