// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.api.DataException;
import dev.nn4j.api.math.RandomStream;
import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.internal.work.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Says what each feature contributes to a row's answer: Shapley's values of the game in which features join, one by one, from
 * rows of a background to the row (Shapley 1953; Lundberg and Lee, <i>A Unified Approach to Interpreting Model
 * Predictions</i>, 2017, the interventional form; Štrumbelj and Kononenko 2014 for the sampling). A feature is a column: a category or a date is one, however many
 * inputs the network makes of it. The contributions and the background's mean answer, the base, add up to the answer.
 *
 * <p>Each row of the background is joined in an order of its own, drawn once, and in the reverse. So values are exact where
 * the answer is a sum of terms of one or two features each, and where no more than four features differ; else they are estimates. What
 * one row's values are depends on the predictor, the background and the seed alone. Immutable and safe for all threads.
 *
 * <pre>{@code
 * Background background = Background.sampled(model.schema(), rows, count, Background.USUAL_ROWS, 0);
 * RowAttribution why = ShapleyExplainer.of(model, background).explain(Map.of("age", 39, "hours", 40));
 * why.usual().get(0).contributions();  // {age=0.071, hours=-0.012}
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ShapleyExplainer {
    private static final int BACKGROUND_BLOCK = 256;

    private final Predictor predictor;
    private final Background background;
    private final Execution execution;
    private final float[] backgroundOutputs;
    private final double[] base;
    private final int[][] orders;

    private ShapleyExplainer(Predictor predictor, Background background, long seed, Execution execution) {
        this.predictor = predictor;
        this.background = background;
        this.execution = execution;
        this.backgroundOutputs = answers(background.shared(), background.count());
        this.base = base();
        this.orders = orders(predictor.schema().features().size(), background.count(), seed);
    }

    /**
     * Explains in one thread, with the seed 0.
     *
     * @param background rows of this predictor's schema
     */
    public static ShapleyExplainer of(Predictor predictor, Background background) {
        return of(
                predictor, background, 0, new Execution(1, Execution.defaults().kernels()));
    }

    /**
     * Explains.
     *
     * @param background rows of this predictor's schema
     * @param seed of the orders in which features join
     * @param execution rows are shared among its threads, which changes no bit
     * @throws IllegalArgumentException if the background is not of the predictor's width
     */
    public static ShapleyExplainer of(Predictor predictor, Background background, long seed, Execution execution) {
        int width = predictor.schema().rawWidth();
        if (background.shared().length != background.count() * width) {
            throw new IllegalArgumentException("explanation: the background's rows have "
                    + background.shared().length / background.count() + " numbers, the model's raw rows " + width);
        }
        return new ShapleyExplainer(predictor, background, seed, execution);
    }

    private static int[][] orders(int features, int count, long seed) {
        RandomStream stream = RandomStream.of(seed, RandomStream.Purpose.SAMPLE, 1, 0);
        int[][] orders = new int[count][features];
        for (int[] order : orders) {
            Arrays.setAll(order, feature -> feature);
            stream.shuffle(order);
        }
        return orders;
    }

    private float[] answers(float[] rows, int count) {
        int width = predictor.schema().rawWidth();
        int outputWidth = predictor.schema().outputs();
        float[] outputs = new float[count * outputWidth];
        float[] block = new float[BACKGROUND_BLOCK * outputWidth];
        Scratch scratch = predictor.newScratch(execution.kernels());
        for (int first = 0; first < count; first += BACKGROUND_BLOCK) {
            int some = Math.min(BACKGROUND_BLOCK, count - first);
            float[] part = Arrays.copyOfRange(rows, first * width, (first + some) * width);
            predictor.predict(part, some, block, scratch);
            System.arraycopy(block, 0, outputs, first * outputWidth, some * outputWidth);
        }
        return outputs;
    }

    private double[] base() {
        int width = predictor.schema().outputs();
        double[] means = new double[width];
        for (int i = 0; i < backgroundOutputs.length; i++) {
            means[i % width] += backgroundOutputs[i];
        }
        for (int k = 0; k < width; k++) {
            means[k] /= background.count();
        }
        return means;
    }

    /** The rows that others are compared with. */
    public Background background() {
        return background;
    }

    /**
     * Explains raw rows.
     *
     * @param rows {@code count × rawWidth}
     * @return one for each, in their order
     * @throws IllegalArgumentException if the array is too short
     * @throws DataException if a row cannot be predicted
     */
    public List<RowAttribution> explain(float[] rows, int count) {
        if ((long) count * predictor.schema().rawWidth() > rows.length) {
            throw new IllegalArgumentException("explanation: " + count + " rows need "
                    + (long) count * predictor.schema().rawWidth() + " numbers, got " + rows.length);
        }
        float[] outputs = answers(rows, count);
        double[][] contributions = new double[count][];
        int threads = Math.max(1, Math.min(execution.threads(), count));
        try (Workers workers = new Workers(threads)) {
            workers.run(
                    (worker, all) -> {
                        RowShapley shapley =
                                new RowShapley(predictor, execution.kernels(), background, backgroundOutputs, orders);
                        for (int row = worker; row < count; row += all) {
                            contributions[row] = shapley.of(rows, row, outputs);
                        }
                    },
                    threads > 1);
        }
        List<RowAttribution> explained = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            explained.add(new RowAttribution(predictor.schema(), base, outputs, row, contributions[row]));
        }
        return explained;
    }

    /**
     * Explains a row given by name, as {@link Predictor#predict(Map)} takes it.
     *
     * @throws DataException if a feature is not there or its value cannot be used
     */
    public RowAttribution explain(Map<String, ?> row) {
        return explain(predictor.schema().rawRow(row), 1).get(0);
    }
}
