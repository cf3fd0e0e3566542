package weir.notice;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.learn.FaultyModelException;
import weir.learn.Model;
import weir.model.Payload;
import weir.rules.Models;

/**
 * The models that were announced. A book can name those that stand before it on the topic. A model
 * is what its name says, so it does not matter when it was announced.
 */
public final class AnnouncedModels implements Models {
  static final AnnouncedModels NONE = new AnnouncedModels(List.of());

  private final List<One> all;

  /**
   * A model as it was announced. It is read when a book names it: there may be many that none does.
   *
   * @param at when, in epoch milliseconds of the log
   */
  public record One(String name, Payload artefact, long at, String author, String comment) {
    public Model model() {
      try {
        return Model.parse(artefact.bytes());
      } catch (FaultyModelException impossible) {
        throw new IllegalStateException("it was read before", impossible);
      }
    }
  }

  private AnnouncedModels(List<One> all) {
    this.all = all;
  }

  /** With one more; the first of a name stays. */
  AnnouncedModels with(Notice.Model notice, long at) throws IllegalNoticeException {
    Model model;
    try {
      model = Model.parse(notice.artefact().getBytes(StandardCharsets.UTF_8));
    } catch (FaultyModelException faulty) {
      throw new IllegalNoticeException("the model cannot be used: " + faulty.getMessage());
    }
    if (!model.name().equals(notice.name())) {
      throw new IllegalNoticeException(
          "the model is called "
              + notice.name()
              + ", but its content is that of "
              + model.name()
              + "; it was changed on the way");
    }
    if (has(model.name())) {
      return this;
    }
    List<One> next = new ArrayList<>(all);
    Payload artefact = new Payload(model.artefact());
    next.add(new One(model.name(), artefact, at, notice.author(), notice.comment()));
    return new AnnouncedModels(List.copyOf(next));
  }

  /** All of them, in their order. */
  public List<One> all() {
    return all;
  }

  /** Whether a model of this name was announced. */
  public boolean has(String name) {
    return all.stream().anyMatch(each -> each.name().equals(name));
  }

  @Override
  public @Nullable Model named(String name) {
    for (One each : all) {
      if (each.name().equals(name)) {
        return each.model();
      }
    }
    return null;
  }

  @Override
  public Collection<String> names() {
    return all.stream().map(One::name).toList();
  }
}
