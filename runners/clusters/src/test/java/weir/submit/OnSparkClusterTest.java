package weir.submit;

import java.util.List;
import weir.cluster.Cluster;
import weir.cluster.ClusterSettings;
import weir.launch.Distribution;
import weir.cluster.SparkCluster;

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
