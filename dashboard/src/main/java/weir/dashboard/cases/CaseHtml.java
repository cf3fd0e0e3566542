package weir.dashboard.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.dashboard.desk.Decision;
import weir.dashboard.evidence.Figures;
import weir.dashboard.evidence.SharedKey;
import weir.dashboard.store.JudgedPayment;
import weir.model.Json;

/** A case as one HTML file, which needs neither scripts nor anything else. */
public final class CaseHtml {
  private static final String STYLE = style();

  private final CaseFile file;
  private final Html html = new Html();

  private CaseHtml(CaseFile file) {
    this.file = file;
  }

  public static String of(CaseFile file) {
    return new CaseHtml(file).write();
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(
            CaseHtml.class.getResourceAsStream("/weir/dashboard/cases/case.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String write() {
    html.markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .markup(" style-src 'unsafe-inline'\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>Case of ")
        .text(file.user())
        .markup("</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n")
        .element("h1", "Case of " + file.user());
    head();
    figures();
    html.heading("Movements");
    Drawings.places(file.payments(), html);
    shared();
    timeline();
    decisions();
    notes();
    EvidenceHtml.write(file, html);
    alerts();
    payments("Payments", file.payments());
    return html.markup("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    html.markup("<dl>");
    fact("Exported by", file.exportedBy());
    fact("Exported at", file.exportedAt() + " (all times are UTC)");
    fact("Form", file.weir());
    fact("Checksum of the evidence", "SHA-256 " + file.checksum());
    html.markup("</dl>\n");
    for (String each : file.cut()) {
      html.markup("<p class=\"cut\">").text(each).markup("</p>\n");
    }
  }

  private void fact(String name, String value) {
    html.element("dt", name).element("dd", value);
  }

  private void figures() {
    Figures figures = file.figures();
    html.heading("Spending beside what is normal for this user");
    figures(figures.currencies(), html);
    html.element(
        "p",
        (figures.cut() ? "Newest payments: " : "Payments: ")
            + figures.payments()
            + ". Usual is what half of the payments that nobody flagged come to at most.");
    if (!figures.currencies().isEmpty()) {
      Drawings.days(file.payments(), figures.currencies().get(0).currency(), html);
    }
  }

  static void figures(List<Figures.OfCurrency> currencies, Html html) {
    html.table(
        "Amounts by currency",
        "Currency",
        "Payments",
        "Flagged",
        "Sum",
        "Usual payment",
        "95 of 100 up to",
        "Largest",
        "Last 24 h",
        "Usual day");
    for (Figures.OfCurrency each : currencies) {
      html.row(
          Arrays.asList(
              each.currency(),
              String.valueOf(each.payments()),
              String.valueOf(each.flagged()),
              each.sum(),
              each.usual(),
              each.high(),
              each.most(),
              each.lastDay(),
              each.usualDay()));
    }
    html.end();
  }

  private void shared() {
    html.heading("Shared with other flagged users")
        .table("Devices, merchants and declared fields", "What", "Value", "Users", "Who");
    for (SharedKey each : file.shared()) {
      html.row(List.of(each.name(), each.value(), String.valueOf(each.users()), who(each)));
    }
    html.end();
  }

  private static String who(SharedKey key) {
    StringBuilder who = new StringBuilder();
    for (SharedKey.Other each : key.others()) {
      who.append(who.length() == 0 ? "" : "; ")
          .append(each.user())
          .append(": ")
          .append(each.payments())
          .append(" flagged payments, ")
          .append(each.alerts())
          .append(" alerts");
    }
    return who.toString();
  }

  private void timeline() {
    html.heading("Timeline").table("The newest first", "Time", "What", "Who", "Words");
    for (Entry each : file.timeline()) {
      html.row(Arrays.asList(time(each.at()), Words.of(each), each.who(), Words.more(each)));
    }
    html.end();
  }

  private void decisions() {
    html.heading("Decisions")
        .table("The newest first", "Time", "Who", "Decision", "Payment", "Alert", "Rule", "Note");
    for (Decision each : file.decisions()) {
      html.row(
          Arrays.asList(
              time(each.at()),
              each.who(),
              each.kind() + (each.restored() == null ? "" : ", again " + each.restored()),
              each.transactionId(),
              each.alertId(),
              each.rule(),
              each.note()));
    }
    html.end();
  }

  private void notes() {
    html.heading("Notes").table("Without a decision", "Time", "Who", "Note");
    for (Note each : file.notes()) {
      html.row(List.of(time(each.at()), each.who(), each.note()));
    }
    html.end();
  }

  private void alerts() {
    html.heading("Alerts");
    EvidenceHtml.alerts(
        "As they stand now",
        file.alerts().stream().map(each -> Differences.tree(each.alert())).toList(),
        html);
  }

  private void payments(String heading, List<JudgedPayment> payments) {
    html.heading(heading);
    html.table(
        "As they were judged, the newest first",
        "Time",
        "Payment",
        "Amount",
        "Currency",
        "Merchant",
        "Category",
        "Method",
        "Place",
        "Device",
        "Flagged by",
        "Score",
        "Declared");
    for (JudgedPayment each : payments) {
      Integer score = each.score();
      html.row(
          Arrays.asList(
              time(each.time()),
              each.id(),
              each.amount().toPlainString(),
              each.currency(),
              each.merchant(),
              each.category(),
              each.method(),
              place(each.city(), each.country()),
              each.device(),
              each.flagged() ? String.join(", ", each.rules()) : "",
              score == null ? "" : score.toString(),
              each.fields()));
    }
    html.end();
  }

  private static String place(@Nullable String city, @Nullable String country) {
    return (city == null ? "" : city)
        + (city == null || country == null ? "" : ", ")
        + (country == null ? "" : country);
  }

  private static String time(long millis) {
    return Json.time(millis);
  }
}
