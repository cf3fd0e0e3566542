package weir.rules;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.learn.Model;

/** The models that rules can name. */
public interface Models {
  /** There are none. */
  Models NONE = of(List.of());

  /** Nobody knows which there are, so nothing is said of a name that may be right. */
  Models UNKNOWN =
      new Models() {
        @Override
        public @Nullable Model named(String name) {
          return null;
        }

        @Override
        public Collection<String> names() {
          return List.of();
        }

        @Override
        public boolean areKnown() {
          return false;
        }
      };

  /** The model of this name; null if there is none. */
  @Nullable Model named(String name);

  Collection<String> names();

  default boolean areKnown() {
    return true;
  }

  /** Just these. */
  static Models of(List<Model> all) {
    return new Models() {
      @Override
      public @Nullable Model named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
      }

      @Override
      public Collection<String> names() {
        return all.stream().map(Model::name).toList();
      }
    };
  }
}
