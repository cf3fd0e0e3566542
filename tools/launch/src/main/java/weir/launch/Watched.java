package weir.launch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/** Starts a program whose main class is not Weir's, as one that ends with its parent. */
public final class Watched {
  private Watched() {}

  /** Runs the main class named first with all other arguments. */
  public static void main(String[] args) throws Throwable {
    ParentWatch.start();
    MethodHandle main =
        MethodHandles.publicLookup()
            .findStatic(
                Class.forName(args[0]), "main", MethodType.methodType(void.class, String[].class));
    main.invokeExact(Arrays.copyOfRange(args, 1, args.length));
  }
}
