// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.calibration;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.Network;
import dev.nn4j.core.decision.Decision;
import dev.nn4j.core.internal.score.LogitFit;
import dev.nn4j.core.internal.score.TemperatureSearch;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.network.LayerTensor;
import dev.nn4j.core.network.NetworkSpec;
import dev.nn4j.core.network.ParameterRange;
import dev.nn4j.core.schema.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the probabilities of a model that is trained as sure as rows say they may be, which it should not have learnt from. A
 * factor on the logits, and where it is a line ({@link Kind#AFFINE}) a number added to them, are multiplied and added into the
 * last layer, so that files and exports need to know nothing of it. Each network of an ensemble has its own.
 *
 * @param kind what was fitted
 * @param rows how many rows it was fitted to
 * @param lines that of each network
 * @param before how far the probabilities may be relied on without
 * @param after the same with it; as before where it is not worth it
 * @param model the calibrated model, which decides by one half; the one of before where it is not worth it
 * @since 0.1.0
 */
public record Calibration(
        Kind kind, int rows, List<Line> lines, CalibrationFigures before, CalibrationFigures after, Model model) {
    /** What is left of the log-loss must be less than this share of it. */
    private static final double WORTH = 0.999;

    private static final double LEAST_DOUBT = 0x1p-24;

    /**
     * What is fitted to the logits z.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** b·z (Guo et al. 2017), b above 0. */
        TEMPERATURE,
        /** a + b·z (Platt 1999), b above 0; binary only, and the last layer must have a bias. */
        AFFINE;

        /** As the command line says it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What becomes of the logits of a network: shift + factor·z.
     *
     * @since 0.1.0
     */
    public record Line(double shift, double factor) {}

    /** Copies the list. */
    public Calibration {
        lines = List.copyOf(lines);
    }

    /**
     * What a model is calibrated by where nothing is said: a line if it is binary and its last layer has a bias, else a
     * temperature.
     */
    public static Kind usual(Model model) {
        return model.task() == Task.BINARY && model.networks().stream().allMatch(Calibration::hasBias)
                ? Kind.AFFINE
                : Kind.TEMPERATURE;
    }

    /**
     * Calibrates.
     *
     * @param answers asks a model about the rows: {@code one -> Answers.of(one, table)}
     * @throws IllegalArgumentException if the model has no probabilities, its last layer no logits, or it cannot be calibrated so
     */
    public static Calibration of(Model model, Kind kind, Function<Model, Answers> answers) {
        requireFits(model, kind);
        List<Line> lines = new ArrayList<>();
        List<Network> networks = new ArrayList<>();
        for (int member = 0; member < model.members(); member++) {
            Line line = line(kind, answers.apply(model.member(member)));
            lines.add(line);
            networks.add(of(model.networks().get(member), line));
        }
        Answers plain = answers.apply(model);
        CalibrationFigures before = CalibrationFigures.of(plain);
        if (lines.stream().allMatch(Calibration::isSound)) {
            Model calibrated = in(model, networks);
            CalibrationFigures after = CalibrationFigures.of(answers.apply(calibrated));
            if (after.logLoss() < WORTH * before.logLoss()) {
                return new Calibration(kind, plain.rows(), lines, before, after, calibrated);
            }
        }
        return new Calibration(kind, plain.rows(), lines, before, before, model);
    }

    private static void requireFits(Model model, Kind kind) {
        String wanted = model.task() == Task.MULTICLASS ? "softmax" : "sigmoid";
        for (Network network : model.networks()) {
            String found = network.spec().outputLayer().activation().name();
            if (model.task() == Task.REGRESSION || !found.equals(wanted)) {
                throw new IllegalArgumentException(
                        "calibration: is of what " + wanted + " makes probabilities of; this model is "
                                + model.task().word() + ", its last layer has " + found);
            }
            if (kind == Kind.AFFINE && (model.task() != Task.BINARY || !hasBias(network))) {
                throw new IllegalArgumentException(
                        "calibration: affine is for binary models whose last layer has a bias;" + " use temperature");
            }
        }
    }

    private static boolean hasBias(Network network) {
        return lastRanges(network.spec()).stream().anyMatch(range -> range.role() == LayerTensor.Role.BIAS);
    }

    private static List<ParameterRange> lastRanges(NetworkSpec spec) {
        int last = spec.layers().size() - 1;
        return spec.ranges().stream().filter(range -> range.layer() == last).toList();
    }

    private static boolean isSound(Line line) {
        return line.factor() > 0
                && !TemperatureSearch.isEnd(line.factor())
                && Math.abs(line.shift()) < TemperatureSearch.MOST;
    }

    private static Line line(Kind kind, Answers answers) {
        return switch (kind) {
            case TEMPERATURE -> new Line(0, new TemperatureCurve(answers).factor());
            case AFFINE -> affine(answers);
        };
    }

    private static Line affine(Answers answers) {
        double[] logits = new double[answers.rows()];
        boolean[] positive = new boolean[answers.rows()];
        double[] weights = new double[answers.rows()];
        double highestOfNo = Double.NEGATIVE_INFINITY;
        double lowestOfYes = Double.POSITIVE_INFINITY;
        for (int row = 0; row < answers.rows(); row++) {
            logits[row] = logit(answers.output(row, 0));
            positive[row] = answers.target(row, 0) == 1;
            weights[row] = answers.weight(row);
            if (weights[row] > 0 && positive[row]) {
                lowestOfYes = Math.min(lowestOfYes, logits[row]);
            } else if (weights[row] > 0) {
                highestOfNo = Math.max(highestOfNo, logits[row]);
            }
        }
        if (highestOfNo < lowestOfYes) {
            return new Line(0, TemperatureSearch.MOST); // all are told apart: the surer the better, without an end
        }
        LogitFit fit = new LogitFit(logits, positive, weights);
        return new Line(fit.shift(), fit.factor());
    }

    /** As near as a sigmoid in float comes to 0 and 1. */
    static double logit(float probability) {
        double p = Math.min(Math.max(probability, LEAST_DOUBT), 1 - LEAST_DOUBT);
        return StrictMath.log(p / (1 - p));
    }

    private static Network of(Network network, Line line) {
        float[] parameters = network.parameters();
        for (ParameterRange range : lastRanges(network.spec())) {
            for (int i = range.from(); i < range.to(); i++) {
                double shift = range.role() == LayerTensor.Role.BIAS ? line.shift() : 0;
                parameters[i] = (float) (parameters[i] * line.factor() + shift);
            }
        }
        return Network.of(network.spec(), parameters);
    }

    /** The thresholds of before were chosen for other probabilities. */
    private static Model in(Model model, List<Network> networks) {
        Model calibrated = Model.builder(model.schema().withDecision(Decision.MORE_LIKELY), networks, model.loss())
                .inputScaler(model.inputScaler())
                .targetScaler(model.targetScaler())
                .provenance(model.withDecision(Decision.MORE_LIKELY).provenance())
                .profile(model.profile())
                .build();
        return calibrated.withGolden(golden(calibrated, model.golden().cells()));
    }

    private static GoldenRows golden(Model model, List<String> cells) {
        int width = model.schema().features().size();
        List<Float> outputs = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += width) {
            float[] raw = new float[model.schema().rawWidth()];
            model.schema()
                    .bind("golden rows", model.schema().featureNames())
                    .read(1, cells.subList(from, from + width), raw, 0);
            float[] answer = new float[model.schema().outputs()];
            model.predict(raw, 1, answer, model.newScratch());
            for (float output : answer) {
                outputs.add(output);
            }
        }
        return new GoldenRows(cells, outputs);
    }

    /** Whether it is worth it: the log-loss falls by more than a thousandth. */
    public boolean isApplied() {
        return after.logLoss() < before.logLoss();
    }

    /**
     * The model, whose provenance says how it was calibrated.
     *
     * @param from what rows it was fitted to, for people: {@code rows of may.csv}
     */
    public Model model(String from) {
        if (!isApplied()) {
            return model;
        }
        Map<String, String> extra = new TreeMap<>(model.provenance().extra());
        extra.put("calibrated", text(from));
        return model.withProvenance(model.provenance().withExtra(extra).measuredBefore("it was calibrated"));
    }

    /** As in {@code by 0.8300, -0.1200 on 1200 rows of may.csv: log-loss 0.4120 → 0.3980}. */
    public String text(String from) {
        String fitted = lines.stream()
                .map(line -> String.format(Locale.ROOT, "%.4f", line.factor())
                        + (kind == Kind.AFFINE ? String.format(Locale.ROOT, " and %+.4f", line.shift()) : ""))
                .collect(Collectors.joining(", "));
        return "by " + fitted
                + String.format(
                        Locale.ROOT, " on %d %s: log-loss %.4f → %.4f", rows, from, before.logLoss(), after.logLoss());
    }
}
