package weir.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import weir.model.Json;

/** The JSON form of a notice. */
public final class NoticeJson {
  static final String NOTICE = "notice";
  static final String BOOK = "book";
  static final String CANCEL = "cancel";
  static final String LIST = "list";
  static final String MODEL = "model";
  static final String NAME = "name";
  static final String AUTHOR = "author";
  static final String COMMENT = "comment";
  static final String FROM = "from";
  static final String NUMBER = "number";
  static final String CLEAR = "clear";
  static final String ADD = "add";
  static final String REMOVE = "remove";
  static final String ID = "id";
  static final String VALUE = "value";
  static final String NOTE = "note";
  static final String UNTIL = "until";

  /** More than a rule book of a thousand rules has, and less than Kafka's limit of a record. */
  public static final int MOST_BYTES = 900_000;

  private NoticeJson() {}

  public static byte[] write(Notice notice) {
    return Json.object(json -> notice.match(new Writer(json, notice)));
  }

  /** Reads a notice, or says in one sentence what is wrong with it. */
  static Notice parse(byte[] record) throws IllegalNoticeException {
    if (record.length > MOST_BYTES) {
      throw new IllegalNoticeException(
          "the notice has " + record.length + " bytes, expected at most " + MOST_BYTES);
    }
    return NoticeReader.read(record);
  }

  private record Writer(JsonGenerator json, Notice notice)
      implements Notice.Cases<Void, IOException> {

    private void head(String kind, @Nullable Long from) throws IOException {
      json.writeStringField(NOTICE, kind);
      json.writeStringField(AUTHOR, notice.author());
      json.writeStringField(COMMENT, notice.comment());
      if (from != null) {
        json.writeStringField(FROM, Json.time(from));
      }
    }

    @Override
    public Void book(Notice.Book book) throws IOException {
      head(BOOK, book.from());
      json.writeStringField(BOOK, book.text());
      return null;
    }

    @Override
    public Void model(Notice.Model model) throws IOException {
      head(MODEL, /* from= */ null);
      json.writeStringField(NAME, model.name());
      json.writeStringField(MODEL, model.artefact());
      return null;
    }

    @Override
    public Void cancel(Notice.Cancel cancel) throws IOException {
      head(CANCEL, /* from= */ null);
      json.writeNumberField(NUMBER, cancel.number());
      return null;
    }

    @Override
    public Void listChange(Notice.ListChange change) throws IOException {
      head(LIST, change.from());
      json.writeStringField(LIST, change.list());
      if (change.clear()) {
        json.writeBooleanField(CLEAR, true);
      }
      if (!change.add().isEmpty()) {
        json.writeArrayFieldStart(ADD);
        for (Member each : change.add()) {
          member(each);
        }
        json.writeEndArray();
      }
      if (!change.remove().isEmpty()) {
        json.writeArrayFieldStart(REMOVE);
        for (String each : change.remove()) {
          json.writeString(each);
        }
        json.writeEndArray();
      }
      return null;
    }

    private void member(Member member) throws IOException {
      json.writeStartObject();
      json.writeStringField(ID, member.id());
      if (member.value() != null) {
        json.writeNumberField(VALUE, member.value());
      }
      Json.optional(json, NOTE, member.note().isEmpty() ? null : member.note());
      if (member.until() != null) {
        json.writeStringField(UNTIL, Json.time(member.until()));
      }
      json.writeEndObject();
    }
  }
}
