// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.Predictor;
import dev.nn4j.core.Scratch;
import dev.nn4j.core.compute.KernelChoice;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.sample.Tables;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers with the probabilities that stand in the rows. */
record StatedProbabilities(Schema schema) implements Predictor {
    /** There is nothing to remember. */
    private record Nothing() implements Scratch {}

    /** Column {@code p} is the probability that the target is 1. */
    static StatedProbabilities binary(String target) {
        return new StatedProbabilities(Schema.builder(Task.BINARY)
                .features(Feature.numbers("p"))
                .targets(List.of(target))
                .labels(List.of("0", "1"))
                .positiveClass(1)
                .build());
    }

    @Override
    public Scratch newScratch(KernelChoice kernels) {
        return new Nothing();
    }

    @Override
    public void predict(float[] rows, int count, float[] outputs, Scratch scratch) {
        System.arraycopy(rows, 0, outputs, 0, count * schema.outputs());
    }

    Answers answers(Optional<String> weight, String header, String... rows) {
        Evaluator plain = Evaluator.of(this);
        Evaluator evaluator = weight.map(plain::withWeight).orElse(plain);
        return evaluator.answers(Tables.of(evaluator::cellType, header, rows));
    }

    /**
     * What a logistic regression on texture and compactness, made too sure, says of every fourth row of scikit-learn's
     * breast cancer data.
     */
    static Answers ofBreastCancer(boolean weighted) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StatedProbabilities.class.getResourceAsStream("breast-cancer.csv")),
                StandardCharsets.UTF_8))) {
            return binary("malignant")
                    .answers(
                            weighted ? Optional.of("weight") : Optional.empty(),
                            lines.readLine(),
                            lines.lines().toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
