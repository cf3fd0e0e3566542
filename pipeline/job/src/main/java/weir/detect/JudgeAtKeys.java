package weir.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import weir.groups.KeyGroups;
import weir.judge.AtKey;
import weir.judge.Floor;
import weir.judge.KeyJudge;
import weir.keys.Keys;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.Label;
import weir.model.Verdict;

/**
 * Sends what was judged at the user on to the other keys, one after the other, and judges it at
 * each. What comes later never feeds back. Its result has all alerts and verdicts, those of the
 * user too.
 */
public final class JudgeAtKeys extends PTransform<PCollectionTuple, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final Keys keys;
  private final JudgeOf judges;
  private final Collection<String> ruleIds;
  private final Floor floor;
  private final KeyGroups groups;

  /** The judge at each key. */
  public interface JudgeOf {
    KeyJudge at(int key);
  }

  /** Labels, for keys that rules with labels look at. */
  public static final TupleTag<Label> LABELS = new TupleTag<>("labels") {};

  /**
   * The way through all keys.
   *
   * @param topic of the transactions
   * @param ruleIds of the rules that there are already
   */
  public JudgeAtKeys(
      String topic,
      Keys keys,
      JudgeOf judges,
      Collection<String> ruleIds,
      Floor floor,
      KeyGroups groups) {
    this.topic = topic;
    this.keys = keys;
    this.judges = judges;
    this.ruleIds = ruleIds;
    this.floor = floor;
    this.groups = groups;
  }

  @Override
  public PCollectionTuple expand(PCollectionTuple ofUsers) {
    PCollectionList<Alert> alerts = PCollectionList.of(ofUsers.get(SplitJudgements.ALERTS));
    PCollectionList<Verdict> verdicts = PCollectionList.of(ofUsers.get(SplitJudgements.VERDICTS));
    // What goes to each key: from the user, and from each key before it.
    List<PCollectionList<KV<String, AtKey>>> coming = new ArrayList<>();
    for (int key = 0; key < keys.size(); key++) {
      coming.add(PCollectionList.empty(ofUsers.getPipeline()));
    }
    gather("user", ofUsers.get(SplitJudgements.DOSSIERS), 0, coming);
    if (ofUsers.has(LABELS)) {
      PCollectionTuple sent = ofUsers.get(LABELS).apply("Labels to keys", new SendLabels(keys));
      for (int key = 0; key < keys.size(); key++) {
        coming.set(key, coming.get(key).and(sent.get(GatherPerKey.to(key))));
      }
    }
    for (int key = 0; key < keys.size(); key++) {
      String name = keys.name(key);
      boolean goOn = key + 1 < keys.size();
      PCollectionTuple split =
          coming
              .get(key)
              .apply("Towards " + name, Flatten.pCollections())
              .apply("Judge per " + name, new JudgePerKey(judges.at(key), floor, groups))
              .apply("Split of " + name, new SplitJudgements(topic, ruleIds, goOn));
      alerts = alerts.and(split.get(SplitJudgements.ALERTS));
      verdicts = verdicts.and(split.get(SplitJudgements.VERDICTS));
      if (goOn) {
        gather(name, split.get(SplitJudgements.DOSSIERS), key + 1, coming);
      }
    }
    return PCollectionTuple.of(
            SplitJudgements.ALERTS, alerts.apply("All alerts", Flatten.pCollections()))
        .and(SplitJudgements.VERDICTS, verdicts.apply("All verdicts", Flatten.pCollections()));
  }

  private void gather(
      String from,
      PCollection<Dossier> dossiers,
      int first,
      List<PCollectionList<KV<String, AtKey>>> coming) {
    PCollectionTuple gathered = dossiers.apply("Gather of " + from, new GatherPerKey(keys, first));
    for (int key = first; key < keys.size(); key++) {
      coming.set(key, coming.get(key).and(gathered.get(GatherPerKey.to(key))));
    }
  }
}
