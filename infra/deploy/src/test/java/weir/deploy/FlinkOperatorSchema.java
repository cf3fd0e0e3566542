package weir.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import weir.images.Yaml;

/** What a FlinkDeployment may be, as Flink's operator tells a cluster. */
final class FlinkOperatorSchema {
  private static final String DEFINITION =
      "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

  private FlinkOperatorSchema() {}

  static JsonSchema ofSpec() {
    try (InputStream in = FlinkOperatorSchema.class.getResourceAsStream(DEFINITION)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      JsonNode spec =
          Yaml.documents(text).get(0).at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
      close(spec);
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(spec);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A cluster drops what the schema does not name, in silence; here that is an error. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(FlinkOperatorSchema::close);
  }
}
