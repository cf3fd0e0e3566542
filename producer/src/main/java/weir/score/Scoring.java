package weir.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.model.Alert;
import weir.traffic.Label;

/** Collects labels and alerts, in any order, and compares them. */
public final class Scoring {
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, List<Alert>> alerts = new HashMap<>();

  public void add(Label label) {
    labels.put(label.transactionId(), label);
  }

  /**
   * Takes every record of an alert. The one that has seen most says whether the alert stands, and
   * the earliest raised one since when.
   */
  public void add(Alert alert) {
    alerts.computeIfAbsent(alert.id(), id -> new ArrayList<>(1)).add(alert);
  }

  public long labels() {
    return labels.size();
  }

  public ScoreCard card() {
    Map<String, List<Label>> scenes = new HashMap<>();
    labels
        .values()
        .forEach(
            label ->
                scenes.computeIfAbsent(label.campaignId(), id -> new ArrayList<>()).add(label));
    Map<String, Campaign> campaigns = new HashMap<>();
    scenes.forEach((id, staged) -> campaigns.put(id, new Campaign(staged)));
    Map<String, Tally> tallies = new TreeMap<>();
    for (List<Alert> said : alerts.values()) {
      Alert last = last(said);
      if (flags(last)) {
        String rule = last.ruleId();
        List<Label> concerned = concerned(last);
        tallies.computeIfAbsent(rule, id -> new Tally()).add(concerned);
        said.stream().filter(Scoring::flags).forEach(raised -> notice(raised, campaigns));
      }
    }
    return new ScoreCard(
        tallies.entrySet().stream().map(each -> each.getValue().score(each.getKey())).toList(),
        KindScores.of(campaigns.values(), tallies.keySet()));
  }

  /**
   * The payments that the live rules flagged together, and those that each rule on trial would have
   * flagged, if any.
   *
   * @param live what the live rules are called
   */
  public List<Flagged> flagged(String live) {
    Set<String> frauds =
        labels.values().stream()
            .filter(Label::isFraud)
            .map(Label::transactionId)
            .collect(Collectors.toSet());
    Map<String, Set<String>> payments = new TreeMap<>();
    Set<String> ofLive = new HashSet<>();
    for (List<Alert> said : alerts.values()) {
      Alert last = last(said);
      String payment = last.transactionId();
      if (payment != null && flags(last)) {
        ofLive.add(payment);
      } else if (payment != null && last.isRaised() && last.isShadow()) {
        payments.computeIfAbsent(last.ruleId(), id -> new HashSet<>()).add(payment);
      }
    }
    return Stream.concat(
            Stream.of(flagged(live, ofLive, frauds)),
            payments.entrySet().stream()
                .map(each -> flagged(each.getKey(), each.getValue(), frauds)))
        .toList();
  }

  private static Flagged flagged(String by, Set<String> payments, Set<String> frauds) {
    return new Flagged(
        by, payments.size(), payments.stream().filter(frauds::contains).count(), frauds.size());
  }

  private static Alert last(List<Alert> said) {
    return said.stream().max(Comparator.comparingLong(Alert::seen)).orElseThrow();
  }

  /** Snoozed alerts and those of rules on trial flag nothing, so they find no fraud either. */
  private static boolean flags(Alert alert) {
    return alert.isRaised() && alert.mode() == Alert.Mode.LIVE;
  }

  /** An alert that is right about an attack is not wrong about what is honest beside it. */
  private void notice(Alert alert, Map<String, Campaign> campaigns) {
    List<Label> concerned = concerned(alert);
    boolean right = isRight(concerned);
    for (Label label : concerned) {
      Campaign campaign = campaigns.get(label.campaignId());
      if (campaign != null && (label.isFraud() || !right)) {
        campaign.notice(alert.ruleId(), alert.eventTime());
        if (label.transactionId().equals(alert.transactionId())) {
          campaign.flag(label.transactionId());
        }
      }
    }
  }

  private static boolean isRight(List<Label> concerned) {
    return concerned.stream().anyMatch(Label::isFraud);
  }

  /** The labels of the judged payment and its evidence. */
  private List<Label> concerned(Alert alert) {
    Set<Label> found = new LinkedHashSet<>();
    Stream.concat(Stream.ofNullable(alert.transactionId()), alert.evidence().stream())
        .forEach(
            id -> {
              Label label = labels.get(id);
              if (label != null) {
                found.add(label);
              }
            });
    return List.copyOf(found);
  }

  /** The alerts of one rule, counted by what they concern. */
  private static final class Tally {
    private long right;
    private long onLookAlikes;
    private long onOrdinary;

    void add(List<Label> concerned) {
      if (isRight(concerned)) {
        right++;
      } else if (concerned.isEmpty()) {
        onOrdinary++;
      } else {
        onLookAlikes++;
      }
    }

    RuleScore score(String ruleId) {
      return new RuleScore(
          ruleId, right + onLookAlikes + onOrdinary, right, onLookAlikes, onOrdinary);
    }
  }
}
