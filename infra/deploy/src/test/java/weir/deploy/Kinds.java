package weir.deploy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds whose classes are published, read so that nothing unknown is passed over. */
final class Kinds {
  private static final Map<String, Class<?>> CLASSES =
      Stream.of(
              Namespace.class,
              PersistentVolumeClaim.class,
              Service.class,
              ServiceAccount.class,
              Deployment.class,
              StatefulSet.class,
              NetworkPolicy.class,
              PodDisruptionBudget.class,
              Role.class,
              RoleBinding.class,
              PodMonitor.class,
              Kafka.class,
              KafkaNodePool.class,
              KafkaTopic.class,
              KafkaUser.class)
          .collect(Collectors.toMap(Class::getSimpleName, each -> each));

  private static final ObjectMapper STRICT =
      JsonMapper.builder().annotationIntrospector(new NothingUnknown()).build();

  private Kinds() {}

  static boolean has(String kind) {
    return CLASSES.containsKey(kind);
  }

  /** Throws an exception that names the first field which the kind does not have. */
  static Object read(String kind, JsonNode body) throws JsonProcessingException {
    Class<?> type = CLASSES.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("no class for the kind " + kind);
    }
    return read(type, body);
  }

  /** The same for a part of a kind. */
  static <T> T read(Class<T> type, JsonNode body) throws JsonProcessingException {
    T read = STRICT.treeToValue(body, type);
    // Strimzi's classes take a word that they do not know for none.
    expectAll("", body, STRICT.valueToTree(read));
    return read;
  }

  private static void expectAll(String path, JsonNode said, JsonNode understood) {
    if (said.isValueNode() && understood.isMissingNode()) {
      throw new IllegalArgumentException(path + ": '" + said.asText() + "' is not understood");
    }
    said.properties()
        .forEach(
            each ->
                expectAll(
                    path + "/" + each.getKey(), each.getValue(), understood.path(each.getKey())));
    for (int index = 0; said.isArray() && index < said.size(); index++) {
      expectAll(path + "/" + index, said.get(index), understood.path(index));
    }
  }

  /** These classes keep what they do not know for later versions. */
  private static final class NothingUnknown extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return super.findPropertyIgnoralByName(config, type).withoutIgnoreUnknown();
    }
  }
}
