// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.network;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a residual block (He, Zhang, Ren and Sun 2016, "Deep residual learning for image recognition"): {@code a = x + s},
 * where x is what the layers of the block give and s what went into the first of them. The block is the layers directly before
 * it, so that a network stays a list of layers. Blocks may lie in each other, but not across: of two blocks, one holds the other
 * or they share no layer.
 *
 * <p>A block of the ResNet for tables of Gorishniy et al. 2021 ("Revisiting deep learning models for tabular data") is
 *
 * <pre>
 * ResidualSpec.block(List.of(batchNormalization, linear, relu, dropout, linearBack, dropout))
 * </pre>
 *
 * @param layers how many layers before it are the block, in [1, 9999]; the last of them gives as many numbers as the first takes
 * @since 0.1.0
 */
public record ResidualSpec(int layers) implements LayerSpec {
    /** The kind. */
    public static final String KIND = "residual";

    private static final Hyperparameter<Long> LAYERS = Hyperparameter.integer(
            "layers", 1, Range.closed(1, NetworkSpec.MOST_LAYERS - 1), "how many layers before it are the block");

    /** Refuses a number out of range. */
    public ResidualSpec {
        LAYERS.check(KIND, (long) layers);
    }

    /** The end of a block of one layer. */
    public ResidualSpec() {
        this(Math.toIntExact(LAYERS.defaultValue()));
    }

    /**
     * These layers as a residual block: they and its end.
     *
     * @param block one or more layers, the ends of blocks that lie in it included
     */
    public static List<LayerSpec> block(List<? extends LayerSpec> block) {
        List<LayerSpec> layers = new ArrayList<>(block);
        layers.add(new ResidualSpec(block.size()));
        return List.copyOf(layers);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public int reach() {
        return layers;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.residual(this);
    }

    @Override
    public List<LayerTensor> tensors(int inputs) {
        return List.of();
    }

    @Override
    public Hyperparameters hyperparameters() {
        return Hyperparameters.of(LAYERS, (long) layers);
    }

    @Override
    public List<String> required() {
        return List.of(LAYERS.name());
    }

    @Override
    public ResidualSpec with(Hyperparameters values) {
        return new ResidualSpec(Math.toIntExact(values.get(LAYERS)));
    }
}
