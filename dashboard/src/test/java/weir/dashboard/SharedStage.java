package weir.dashboard;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stage for all classes that leave its servers up: these take their time to start. */
final class SharedStage implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedStage.class))
        .getOrComputeIfAbsent(Stage.class, first -> started(), Stage.class);
  }

  private static Stage started() {
    try {
      return new Stage();
    } catch (Exception failed) {
      throw new ParameterResolutionException("the stage is not up", failed);
    }
  }
}
