// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.config.internal.json.ShortestNumber;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;

/** The columns that a model's answers fill. */
public final class PredictionCells {
    private static final String PREDICTION = "prediction";
    private static final String SPREAD = "spread";

    private final Schema schema;
    private final boolean probabilities;
    private final boolean spread;

    public PredictionCells(Schema schema, boolean probabilities) {
        this(schema, probabilities, false);
    }

    /** With how far the networks of an ensemble are apart, too, or without. */
    public PredictionCells(Schema schema, boolean probabilities, boolean spread) {
        this.schema = schema;
        this.probabilities = probabilities && schema.task() != Task.REGRESSION;
        this.spread = spread;
    }

    /** Whether they say how far the networks are apart. */
    public boolean haveSpread() {
        return spread;
    }

    /** Their names. */
    public List<String> header() {
        List<String> names = new ArrayList<>();
        boolean oneNumber = schema.task() == Task.REGRESSION && schema.outputs() == 1;
        boolean single = schema.task().hasLabels() || oneNumber;
        if (single) {
            names.add(PREDICTION);
        } else {
            schema.targets().forEach(target -> names.add(PREDICTION + "_" + target));
        }
        if (probabilities) {
            namesOfOutputs().forEach(name -> names.add("p_" + name));
        }
        if (spread && (oneNumber || schema.task() == Task.BINARY)) {
            names.add(SPREAD);
        } else if (spread) {
            namesOfOutputs().forEach(name -> names.add(SPREAD + "_" + name));
        }
        return names;
    }

    private List<String> namesOfOutputs() {
        return schema.task().hasLabels() ? schema.labels() : schema.targets();
    }

    /** Appends how far the networks are apart of a row whose outputs begin at {@code from}. */
    public void appendSpread(float[] distances, int from, List<String> cells) {
        for (int i = 0; i < schema.outputs(); i++) {
            cells.add(ShortestNumber.of(distances[from + i]));
        }
    }

    /** Appends the cells of a row of outputs that begins at {@code from}. */
    public void append(float[] outputs, int from, List<String> cells) {
        switch (schema.task()) {
            case BINARY, MULTICLASS -> cells.add(schema.labels().get(schema.decide(outputs, from)));
            case REGRESSION -> numbers(outputs, from, cells);
            case MULTILABEL -> decisions(outputs, from, cells);
        }
        if (probabilities && schema.task().hasLabels()) {
            for (int label = 0; label < schema.labels().size(); label++) {
                cells.add(ShortestNumber.of(schema.probability(outputs, from, label)));
            }
        } else if (probabilities) {
            for (int i = 0; i < schema.outputs(); i++) {
                cells.add(ShortestNumber.of(outputs[from + i]));
            }
        }
    }

    /** The cell of a finite double. */
    public static String number(double value) {
        return ShortestNumber.of(value);
    }

    /** Floats, or what they are with an offset added in double. */
    private void numbers(float[] outputs, int from, List<String> cells) {
        for (int i = 0; i < schema.outputs(); i++) {
            float value = outputs[from + i];
            cells.add(
                    schema.targetOffset(i) == 0
                            ? ShortestNumber.of(value)
                            : ShortestNumber.of(schema.inOwnUnits(i, value)));
        }
    }

    private void decisions(float[] outputs, int from, List<String> cells) {
        for (int i = 0; i < schema.outputs(); i++) {
            cells.add(schema.decision().holds(i, outputs[from + i]) ? "1" : "0");
        }
    }
}
