package weir.groups;

import java.io.Serializable;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * How a step that keeps state by key is given its keys. The DirectRunner makes a bundle of each
 * key, from this step to the end of the pipeline, and looks through every key it ever saw for
 * timers. There keys share groups, and a group is what Beam calls the key. Beam keeps state by key
 * and window, so a window that is the key's alone keeps its state apart from that of the others.
 */
public final class KeyGroups implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int many;

  /**
   * So many groups.
   *
   * @param many or 0, and each key stays alone
   */
  public KeyGroups(int many) {
    this.many = many;
  }

  /**
   * Applies a step with state, in the global window as it seems from outside.
   *
   * @param step keeps state, and does not ask for an element's key or window
   */
  public <V, O> PCollection<O> apply(
      String name, PCollection<KV<String, V>> keyed, DoFn<KV<String, V>, O> step, Coder<O> coder) {
    if (many == 0) {
      return keyed.apply(name, ParDo.of(step)).setCoder(coder);
    }
    return grouped(keyed, GlobalWindow.Coder.INSTANCE)
        .apply(name, ParDo.of(step))
        .setCoder(coder)
        .apply("Leave windows", Window.into(new GlobalWindows()));
  }

  /**
   * Combines values by key and window.
   *
   * @param windowCoder of the windows that the elements are in
   */
  public <V, W extends BoundedWindow> PCollection<KV<String, V>> combine(
      String name,
      PCollection<KV<String, V>> keyed,
      Combine.CombineFn<V, ?, V> combineFn,
      Coder<W> windowCoder) {
    Coder<KV<String, V>> coder = keyed.getCoder();
    if (many == 0) {
      return keyed.apply(name, Combine.perKey(combineFn)).setCoder(coder);
    }
    return grouped(keyed, windowCoder)
        .apply(name, Combine.perKey(combineFn))
        .setCoder(coder)
        .apply("Name keys", ParDo.of(new ToKeyFn<V>()))
        .setCoder(coder)
        .apply("Leave windows", Window.into(new WindowOfAll<>(windowCoder)));
  }

  private <V, W extends BoundedWindow> PCollection<KV<String, V>> grouped(
      PCollection<KV<String, V>> keyed, Coder<W> windowCoder) {
    return keyed
        .apply("Window per key", Window.into(new WindowPerKey<V, W>(windowCoder)))
        .apply("Group keys", MapElements.via(new ToGroup<V>(many)))
        .setCoder(keyed.getCoder());
  }

  private static final class ToKeyFn<V> extends DoFn<KV<String, V>, KV<String, V>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void name(
        @Element KV<String, V> element, BoundedWindow window, OutputReceiver<KV<String, V>> out) {
      out.output(KV.of(((KeyWindow<?>) window).key(), element.getValue()));
    }
  }

  private static final class ToGroup<V> extends SimpleFunction<KV<String, V>, KV<String, V>> {
    private static final long serialVersionUID = 1L;

    private final int many;

    ToGroup(int many) {
      this.many = many;
    }

    @Override
    public KV<String, V> apply(KV<String, V> element) {
      int group = Math.floorMod(element.getKey().hashCode(), many);
      return KV.of(Integer.toString(group), element.getValue());
    }
  }
}
