// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.explanation;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model answers where a feature has one value after another and the rest of each row stays as it is: the mean over
 * rows (Friedman, <i>Greedy Function Approximation</i>, 2001), and the curves of single rows (Goldstein et al., <i>Peeking Inside the Black Box</i>, 2015).
 * Where features go together, some of those rows cannot be.
 *
 * @param feature its name
 * @param explained which answer
 * @param values at which it is looked at: numbers in their order, at most 32 quantiles; categories, the most frequent first
 * @param means of the answer at each, in its own units
 * @param curves the answers of single rows at each, at most {@value #MOST_CURVES}
 * @since 0.1.0
 */
public record PartialDependence(
        String feature,
        ExplainedOutput explained,
        List<GridValue> values,
        List<Double> means,
        List<List<Double>> curves) {
    /** The most curves of single rows. */
    public static final int MOST_CURVES = 40;

    /** Copies the lists. */
    public PartialDependence {
        values = List.copyOf(values);
        means = List.copyOf(means);
        curves = curves.stream().map(List::copyOf).toList();
    }

    /**
     * How answers depend on a feature.
     *
     * @param rows raw rows, {@code count × rawWidth}; the first have curves
     * @param feature its name
     * @param explained which answers
     * @return one for each answer; none of a date, or a feature that no row has a value of
     * @throws IllegalArgumentException if there is no such feature, or the array is too short
     */
    public static List<PartialDependence> of(
            Predictor predictor, float[] rows, int count, String feature, List<ExplainedOutput> explained) {
        return of(predictor, rows, count, feature, explained, KernelChoice.AUTO);
    }

    /** The same with kernels of this choice, which changes no bit. */
    public static List<PartialDependence> of(
            Predictor predictor,
            float[] rows,
            int count,
            String feature,
            List<ExplainedOutput> explained,
            KernelChoice kernels) {
        Schema schema = predictor.schema();
        int index = schema.featureNames().indexOf(feature);
        if (index < 0 || (long) count * schema.rawWidth() > rows.length) {
            throw new IllegalArgumentException("dependence: '" + feature + "' must be a feature and the rows be "
                    + count + " × " + schema.rawWidth() + " numbers, got " + rows.length);
        }
        Feature looked = schema.features().get(index);
        int at = new FeatureSpans(schema).from(index);
        float[] column = new float[looked.rawWidth() == 1 ? count : 0];
        for (int row = 0; row < column.length; row++) {
            column[row] = rows[row * schema.rawWidth() + at];
        }
        List<FeatureGrid.Point> grid = looked.kind().match(new FeatureGrid(column));
        Answered answered = new Answered(predictor, rows, count, at, kernels);
        float[][] answers = new float[grid.size()][];
        for (int p = 0; p < answers.length; p++) {
            answers[p] = answered.with(grid.get(p).raw());
        }
        List<GridValue> values = grid.stream().map(FeatureGrid.Point::value).toList();
        return grid.isEmpty()
                ? List.of()
                : explained.stream()
                        .map(output -> of(feature, output, values, answers, schema))
                        .toList();
    }

    private static PartialDependence of(
            String feature, ExplainedOutput output, List<GridValue> values, float[][] answers, Schema schema) {
        int width = schema.outputs();
        int count = answers[0].length / width;
        double offset = schema.targetOffset(output.index());
        List<Double> means = new ArrayList<>();
        for (float[] ofValue : answers) {
            double sum = 0;
            for (int row = 0; row < count; row++) {
                sum += ofValue[row * width + output.index()];
            }
            means.add(output.of(sum / count) + offset);
        }
        List<List<Double>> curves = new ArrayList<>();
        for (int row = 0; row < Math.min(count, MOST_CURVES); row++) {
            int at = row * width + output.index();
            curves.add(Arrays.stream(answers)
                    .map(ofValue -> output.of(ofValue[at]) + offset)
                    .toList());
        }
        return new PartialDependence(feature, output, values, means, curves);
    }

    /** Asks about all rows with another value of a feature of one float. */
    private record Answered(Predictor predictor, float[] rows, int count, int at, KernelChoice kernels) {
        private static final int MOST_ROWS = 256;

        float[] with(float value) {
            int width = predictor.schema().rawWidth();
            int outputs = predictor.schema().outputs();
            Scratch scratch = predictor.newScratch(kernels);
            float[] answers = new float[count * outputs];
            float[] block = new float[MOST_ROWS * outputs];
            for (int first = 0; first < count; first += MOST_ROWS) {
                int some = Math.min(MOST_ROWS, count - first);
                float[] part = Arrays.copyOfRange(rows, first * width, (first + some) * width);
                for (int row = 0; row < some; row++) {
                    part[row * width + at] = value;
                }
                predictor.predict(part, some, block, scratch);
                System.arraycopy(block, 0, answers, first * outputs, some * outputs);
            }
            return answers;
        }
    }
}
