// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.internal.choice.EpochCurve;
import dev.nn4j.core.internal.watch.CalibrationText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a training on all rows takes over from the one before it, which set rows aside, or from those before it, which each set a
 * fold aside.
 *
 * @param epochs how many
 * @param whole whether schedules go all their way in them, and not as far as they came in the training before
 * @param temperature what was fitted on rows set aside
 * @param first how many trainings were before
 * @param setAside the rows that each of them set aside, all together
 */
record SecondTraining(int epochs, boolean whole, Optional<TemperatureScaling> temperature, int first, int setAside) {
    /**
     * How much longer a whole course is than the part of a longer one after which a network was best: in that part steps were not
     * small yet, and while they become small a network still learns. docs/accuracy.md has the measurements.
     */
    private static final double WHOLE_COURSE = 1.5;

    /**
     * Of what came before.
     *
     * @param options with the rule that says which epochs are the best, if there is one
     */
    static SecondTraining after(TrainingResult result, TrainingOptions options) {
        List<MemberResult> folds = result.members();
        boolean whole = options.schedule().filter(Schedule::settlesOnlyAtTheEnd).isPresent();
        if (folds.isEmpty()) {
            int setAside = result.validation().orElseThrow().rows();
            return new SecondTraining(
                    epochs(List.of(result.history()), options, whole), whole, result.temperature(), 1, setAside);
        }
        List<TemperatureScaling> temperatures =
                folds.stream().flatMap(fold -> fold.temperature().stream()).toList();
        return new SecondTraining(
                epochs(folds.stream().map(MemberResult::history).toList(), options, whole),
                whole,
                temperatures.size() < folds.size() ? Optional.empty() : Optional.of(mean(temperatures)),
                folds.size(),
                result.training().rows());
    }

    private static int epochs(List<List<EpochRecord>> histories, TrainingOptions options, boolean whole) {
        EpochCurve curve = new EpochCurve(histories);
        int best = options.earlyStopping().map(curve::bestEpoch).orElseGet(curve::lastEpoch);
        return whole ? Math.min(options.epochs(), (int) Math.ceil(WHOLE_COURSE * best)) : best;
    }

    /** How the network is trained. */
    TrainingOptions of(TrainingOptions options) {
        return whole ? options.toBuilder().epochs(epochs).build() : options;
    }

    /** Factors multiply, so that their mean is the geometric one. */
    private static TemperatureScaling mean(List<TemperatureScaling> all) {
        double logarithms = 0;
        double before = 0;
        double after = 0;
        int rows = 0;
        for (TemperatureScaling one : all) {
            logarithms += StrictMath.log(one.factor());
            before += one.before() * one.rows();
            after += one.after() * one.rows();
            rows += one.rows();
        }
        return new TemperatureScaling(StrictMath.exp(logarithms / all.size()), rows, before / rows, after / rows);
    }

    /** What the model says of how it was made. */
    Map<String, String> text(int rows) {
        String before = first == 1
                ? "a training with " + setAside + " of them set aside"
                : first + " trainings that each set another of " + first + " folds aside";
        return CalibrationText.with(
                Map.of("refit", epochs + " epochs on all " + rows + " rows, after " + before), temperature);
    }
}
