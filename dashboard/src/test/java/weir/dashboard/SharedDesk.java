package weir.dashboard;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One desk for all classes that leave its servers up. */
final class SharedDesk implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == DeskStage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedDesk.class))
        .getOrComputeIfAbsent(DeskStage.class, first -> started(), DeskStage.class);
  }

  private static DeskStage started() {
    try {
      return new DeskStage();
    } catch (Exception failed) {
      throw new ParameterResolutionException("the desk is not up", failed);
    }
  }
}
