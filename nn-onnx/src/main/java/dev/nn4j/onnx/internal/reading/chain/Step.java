// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.chain;

import dev.nn4j.api.Activation;
import dev.nn4j.core.network.BatchNormalizationSpec;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.onnx.internal.reading.embedding.FoundEmbedding;
import dev.nn4j.onnx.internal.reading.graph.OnnxFaults;
import java.util.Arrays;
import java.util.Optional;

/** What one node, or the few that make an activation, do to the rows that pass. */
public sealed interface Step {
    /** The node, for messages. */
    String who();

    /** Whether only a layer can do this; what is a factor and an offset for each column can go into one that is near. */
    boolean callsForLayer();

    /** Does this to the rows of a network that is put together. */
    void into(Assembly network);

    /** A network that is put together of steps, from the input on. */
    interface Assembly {
        /** A layer's product. */
        void add(Product product);

        /** A factor and an offset for each column. */
        void add(ColumnAffine columnAffine);

        /** A normalisation. */
        void add(Normalization normalization);

        /** An activation. */
        void add(Activated activated);

        /** Numbers that are bent to within bounds. */
        void add(Bend bend);

        /** Rows that become flat. */
        void add(Flat flat);

        /** An activation of which units take shares. */
        void add(Parametric parametric);

        /** Columns of which each becomes several numbers. */
        void add(Embedding embedding);

        /** What goes into a residual block. */
        void add(BlockBegin begin);

        /** What comes out of it. */
        void add(BlockEnd end);
    }

    /**
     * A matrix product.
     *
     * @param weights row-major {@code [inputs, outputs]}
     * @param bias one number, or one for each output
     */
    record Product(String who, double[] weights, int inputs, int outputs, Optional<double[]> bias) implements Step {
        /** What leaves rows as they are. */
        public static Product identity(String who, int width) {
            double[] weights = new double[width * width];
            for (int i = 0; i < width; i++) {
                weights[i * width + i] = 1;
            }
            return new Product(who, weights, width, width, Optional.empty());
        }

        /**
         * The same of rows whose numbers stand elsewhere, and perhaps others among them that count for nothing.
         *
         * @param places where each input now is
         * @param width values to a row
         */
        Product reordered(int[] places, int width) {
            OnnxFaults.requireSupported(
                    places.length == inputs,
                    who + " takes " + inputs + " values to a row, it is given " + places.length);
            double[] elsewhere = new double[Math.multiplyExact(width, outputs)];
            for (int i = 0; i < inputs; i++) {
                System.arraycopy(weights, i * outputs, elsewhere, places[i] * outputs, outputs);
            }
            return new Product(who, elsewhere, width, outputs, bias);
        }

        @Override
        public boolean callsForLayer() {
            return true;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /** A factor and an offset for each column: scaling, a bias that is added, a normalisation as it is applied. */
    record ColumnAffine(String who, Affine affine) implements Step {
        @Override
        public boolean callsForLayer() {
            return false;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /**
     * A normalisation that has the form of one of nn4j's layers.
     *
     * @param scale one for each column
     * @param shift as many
     * @param statistics running means and then variances, with which it is a factor and an offset for each column; none
     *     where it takes them from each row
     */
    record Normalization(String who, LayerSpec spec, double[] scale, double[] shift, double[] statistics)
            implements Step {
        /** What it is with its running statistics, if it has any. */
        public Optional<Affine> inPrediction() {
            if (!(spec instanceof BatchNormalizationSpec batch)) {
                return Optional.empty();
            }
            double[] mean = Arrays.copyOf(statistics, scale.length);
            double[] variance = Arrays.copyOfRange(statistics, scale.length, statistics.length);
            return Optional.of(Affine.normalization(scale, shift, mean, variance, batch.epsilon()));
        }

        @Override
        public boolean callsForLayer() {
            return inPrediction().isEmpty();
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /** An activation. */
    record Activated(String who, Activation activation) implements Step {
        @Override
        public boolean callsForLayer() {
            return true;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /**
     * An activation of which each unit takes a share.
     *
     * @param slope a share for each column
     */
    record Parametric(String who, Activation activation, double[] slope) implements Step {
        @Override
        public boolean callsForLayer() {
            return true;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /** Columns of which each becomes several numbers. */
    record Embedding(FoundEmbedding found) implements Step {
        @Override
        public String who() {
            return found.who();
        }

        @Override
        public boolean callsForLayer() {
            return true;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /** Where a residual block begins. */
    record BlockBegin(String who) implements Step {
        @Override
        public boolean callsForLayer() {
            return false;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /** Where a residual block ends: what went into it is added. */
    record BlockEnd(String who) implements Step {
        @Override
        public boolean callsForLayer() {
            return true;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /**
     * Numbers that are bent to within bounds: {@code z / √(1 + (z/bound)²)}.
     *
     * @param bounds one, or one for each column; infinite for one that stays as it is
     */
    record Bend(String who, double[] bounds) implements Step {
        @Override
        public boolean callsForLayer() {
            return false;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }

    /**
     * Rows of several axes become flat.
     *
     * @param width how many values a row must have; 0 if that is not said
     */
    record Flat(String who, int width) implements Step {
        @Override
        public boolean callsForLayer() {
            return false;
        }

        @Override
        public void into(Assembly network) {
            network.add(this);
        }
    }
}
