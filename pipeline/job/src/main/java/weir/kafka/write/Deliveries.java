package weir.kafka.write;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import weir.failure.MisuseException;
import weir.options.Delivery;

/** The ways to write to topics that this engine has. */
public final class Deliveries {
  private Deliveries() {}

  /** The one that keeps this promise; {@link MisuseException} if this engine has none. */
  public static TopicDelivery with(Delivery promise) {
    Stream<TopicDelivery> more =
        ServiceLoader.load(TopicDelivery.class, TopicDelivery.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get);
    return Stream.concat(Stream.of(new AtLeastOnce()), more)
        .filter(each -> each.promise() == promise)
        .findFirst()
        .orElseThrow(
            () ->
                new MisuseException(
                    "--delivery="
                        + promise.label()
                        + ": this engine cannot do that, expected "
                        + Delivery.AT_LEAST_ONCE.label()));
  }
}
