package weir.submit;

import java.util.List;
import weir.cluster.Cluster;
import weir.cluster.ClusterSettings;
import weir.cluster.FlinkCluster;
import weir.contract.FlinkBundles;
import weir.launch.Distribution;

final class OnFlinkClusterTest extends ClusterContract {
  OnFlinkClusterTest() {
    super("flink");
  }

  @Override
  String mainClass() {
    return "weir.runners.OnFlink";
  }

  @Override
  Cluster start(Distribution servers, ClusterSettings settings) {
    return FlinkCluster.start(servers, settings);
  }

  @Override
  List<String> options(Cluster cluster) {
    return List.of("--flinkMaster=" + cluster.address(), "--parallelism=4", FlinkBundles.LONG);
  }
}
