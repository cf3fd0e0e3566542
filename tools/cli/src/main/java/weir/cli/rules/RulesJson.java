package weir.cli.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.cli.control.JsonLine;
import weir.control.Candidate;
import weir.files.FileFault;
import weir.notice.Announced;
import weir.notice.BookChanges;
import weir.notice.BookChanges.RuleChange;
import weir.notice.BookChanges.RuleText;
import weir.notice.FieldChange;
import weir.notice.Standing;

/** What the commands say, for programs: the names and their order stay. */
final class RulesJson {
  private RulesJson() {}

  /** How it stands with a book. */
  static void standing(JsonGenerator json, Standing standing) throws IOException {
    Announced book = standing.book();
    json.writeNumberField("number", book.number());
    json.writeStringField(
        "state", standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    JsonLine.time(json, "from", book.inForceFrom());
    JsonLine.time(json, "until", standing.until());
    JsonLine.time(json, "announced", book.at());
    json.writeStringField("author", book.author());
    json.writeStringField("comment", book.comment());
    json.writeNumberField("rules", book.book().book().rules().size());
  }

  static void faults(JsonGenerator json, List<FileFault> faults) throws IOException {
    json.writeArrayFieldStart("faults");
    for (FileFault fault : faults) {
      json.writeStartObject();
      json.writeNumberField("line", fault.line());
      json.writeNumberField("column", fault.column());
      json.writeStringField("fault", fault.sentence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** With which book a file was compared, and what it changes; null where it is the first. */
  static void against(JsonGenerator json, @Nullable Candidate candidate) throws IOException {
    Announced standing = candidate == null ? null : candidate.standing();
    if (candidate == null || standing == null) {
      json.writeNullField("against");
      json.writeNullField("changes");
    } else {
      json.writeNumberField("against", standing.number());
      changes(json, candidate.changes());
    }
  }

  static void changes(JsonGenerator json, BookChanges changes) throws IOException {
    json.writeObjectFieldStart("changes");
    fields(json, "charter", changes.charter());
    fields(json, "currencyScale", changes.currencyScale());
    rules(json, "added", changes.added());
    rules(json, "removed", changes.removed());
    json.writeArrayFieldStart("changed");
    for (RuleChange rule : changes.changed()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      json.writeNumberField("versionBefore", rule.versionBefore());
      json.writeNumberField("versionAfter", rule.versionAfter());
      fields(json, "fields", rule.fields());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("reordered", changes.reordered());
    json.writeEndObject();
  }

  private static void rules(JsonGenerator json, String name, List<RuleText> rules)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (RuleText rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      json.writeNumberField("version", rule.version());
      json.writeObjectFieldStart("fields");
      for (Map.Entry<String, String> field : rule.fields().entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void fields(JsonGenerator json, String name, List<FieldChange> fields)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (FieldChange field : fields) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeStringField("before", field.before());
      json.writeStringField("after", field.after());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
