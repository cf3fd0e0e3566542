package weir.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that topics.sh gives, as Kafka has them. */
final class Rights {
  private static final Pattern ALLOW =
      Pattern.compile("(?m)^allow (\\w+) ([\\w,]+)((?:\\\\\\n|.)*)$");
  private static final Pattern RESOURCE =
      Pattern.compile("--(topic|group|transactional-id) (\\S+)");

  private Rights() {}

  static List<AclBinding> given() {
    List<AclBinding> all = new ArrayList<>();
    Matcher allow = ALLOW.matcher(Infra.text("docker/topics.sh"));
    while (allow.find()) {
      String rest = allow.group(3);
      PatternType pattern =
          rest.contains("--resource-pattern-type prefixed")
              ? PatternType.PREFIXED
              : PatternType.LITERAL;
      RESOURCE
          .matcher(rest)
          .results()
          .forEach(
              each -> {
                ResourcePattern resource =
                    new ResourcePattern(kind(each.group(1)), each.group(2), pattern);
                for (String operation : allow.group(2).split(",", -1)) {
                  all.add(
                      new AclBinding(
                          resource,
                          new AccessControlEntry(
                              "User:weir-" + allow.group(1),
                              "*",
                              operation(operation),
                              AclPermissionType.ALLOW)));
                }
              });
    }
    return all;
  }

  private static ResourceType kind(String option) {
    return ResourceType.fromString(option.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static AclOperation operation(String name) {
    return AclOperation.fromString(
        name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }
}
