package weir.images;

import java.io.IOException;
import java.util.List;

/** How large images are. */
final class Sizes {
  private static final long MEGA = 1_000_000;

  private Sizes() {}

  static String of(Podman podman, String image) throws IOException, InterruptedException {
    String bytes = podman.run(List.of("image", "inspect", "--format={{.Size}}", image));
    return Long.parseLong(bytes) / MEGA + " MB";
  }
}
