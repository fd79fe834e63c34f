// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal.reading.check;

import dev.nn4j.core.Model;
import dev.nn4j.core.encoding.Scaler;
import dev.nn4j.core.encoding.Scaling;
import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.FeatureKind;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.onnx.internal.evaluation.Value;
import dev.nn4j.onnx.internal.proto.ValueInfoProto;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Columns of numbers, texts and dates on which a network is compared with its graph: always the same ones. */
final class ColumnProbes {
    private static final int ROWS = 48;
    private static final long SEED = 20261129;
    private static final double[] MAGNITUDES = {1, 0, 3, 0.1, 30};
    private static final String UNSEEN = "neither seen";
    private static final int OFTEN = 5;
    private static final long FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST = LocalDateTime.of(9999, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    private final Model model;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    ColumnProbes(Model model) {
        this.model = model;
        for (int i = 0; i < ROWS; i++) {
            rows.add(new HashMap<>());
        }
    }

    int count() {
        return rows.size();
    }

    /** The columns for the graph; what the model is to be given is noted on the way. */
    Map<String, Value> values(List<ValueInfoProto> inputs) {
        Map<String, Value> values = new HashMap<>();
        int column = 0;
        for (int f = 0; f < inputs.size(); f++) {
            Feature feature = model.schema().features().get(f);
            values.put(inputs.get(f).getName(), value(feature, inputs.get(f), column));
            column += feature.inputWidth();
        }
        return values;
    }

    /** What the model makes of the same rows. */
    float[] predicted() {
        int width = model.schema().outputs();
        float[] outputs = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(model.predict(rows.get(i)).outputs(), 0, outputs, i * width, width);
        }
        return outputs;
    }

    private Value value(Feature feature, ValueInfoProto input, int column) {
        Probe probe = feature.kind().match(new Probes(column));
        int[] dims = {rows.size(), 1};
        double[] ofGraph = new double[rows.size()];
        String[] texts = new String[rows.size()];
        String gap = gap(feature);
        for (int row = 0; row < rows.size(); row++) {
            boolean missing = feature.missing().policy() != MissingPolicy.ERROR && random.nextInt(OFTEN) == 0;
            Object cell = missing ? null : probe.cells().apply(row);
            rows.get(row).put(feature.name(), cell);
            texts[row] = cell == null ? gap : cell.toString();
            ofGraph[row] = probe.number(cell);
        }
        return probe.numbers().isPresent()
                ? Value.of(input.getType().getTensorType().getElemType(), dims, ofGraph)
                : Value.of(dims, texts);
    }

    /** A word for what is missing that is no category. */
    private static String gap(Feature feature) {
        List<String> categories = feature.kind().known();
        for (String mark : feature.missing().marks().texts()) {
            if (!categories.contains(mark)) {
                return mark;
            }
        }
        return "";
    }

    /**
     * Cells of one column.
     *
     * @param cells what the model is given in a row
     * @param numbers what the graph is given for a cell; nothing where it is given texts
     * @param gap what it is given where there is none
     */
    private record Probe(IntFunction<Object> cells, Optional<ToDoubleFunction<Object>> numbers, double gap) {
        static Probe ofTexts(IntFunction<Object> cells) {
            return new Probe(cells, Optional.empty(), 0);
        }

        double number(@Nullable Object cell) {
            return cell == null || numbers.isEmpty() ? gap : numbers.get().applyAsDouble(cell);
        }
    }

    private final class Probes implements FeatureKind.Cases<Probe> {
        private final int column;

        Probes(int column) {
            this.column = column;
        }

        @Override
        public Probe number(NumberKind kind) {
            return new Probe(
                    row -> scaled(column, row), Optional.of(cell -> ((Number) cell).doubleValue()), Double.NaN);
        }

        @Override
        public Probe category(CategoryKind kind) {
            List<String> categories = kind.categories();
            boolean unseen = kind.unseen() != Unseen.ERROR && !categories.contains(UNSEEN);
            return Probe.ofTexts(row ->
                    unseen && random.nextInt(OFTEN) == 0 ? UNSEEN : categories.get(random.nextInt(categories.size())));
        }

        @Override
        public Probe bool(BooleanKind kind) {
            return Probe.ofTexts(row -> random.nextBoolean() ? "yes" : "no");
        }

        @Override
        public Probe dateTime(DateTimeKind kind) {
            return new Probe(
                    row -> LocalDateTime.ofEpochSecond(random.nextLong(FIRST, LAST), 0, ZoneOffset.UTC),
                    Optional.of(cell -> ((LocalDateTime) cell).toEpochSecond(ZoneOffset.UTC)),
                    Long.MIN_VALUE);
        }
    }

    private float scaled(int column, int row) {
        double value = MAGNITUDES[row % MAGNITUDES.length] * (2 * random.nextDouble() - 1);
        return model.inputScaler().scaling() == Scaling.NONE
                ? (float) value
                : (float) (model.inputScaler().shift()[column] + units(model.inputScaler())[column] * value);
    }

    /** What a scaler divides by, but 1 where that is infinite. */
    static float[] units(Scaler scaler) {
        float[] units = scaler.scale();
        for (int c = 0; c < units.length; c++) {
            units[c] = Float.isInfinite(units[c]) ? 1 : units[c];
        }
        return units;
    }
}
