package weir.submit;

import java.util.List;
import weir.cluster.Cluster;
import weir.cluster.ClusterSettings;
import weir.cluster.SparkCluster;
import weir.launch.Distribution;

final class OnSparkClusterTest extends ClusterContract {
  OnSparkClusterTest() {
    super("spark");
  }

  @Override
  String mainClass() {
    return "weir.runners.OnSpark";
  }

  @Override
  Cluster start(Distribution servers, ClusterSettings settings) {
    return SparkCluster.start(servers, settings);
  }

  @Override
  List<String> options(Cluster cluster) {
    return List.of("--sparkMaster=" + cluster.address());
  }
}
