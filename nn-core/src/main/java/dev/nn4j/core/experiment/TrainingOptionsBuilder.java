// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.NearestName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Changes some of the {@link TrainingOptions}; each method is named like the option it sets.
 *
 * @since 0.1.0
 */
public final class TrainingOptionsBuilder {
    private final Map<String, Object> values;
    private ClassWeights classWeights;
    private Optional<Schedule> schedule;
    private Optional<StepSchedule> decaySchedule;
    private Optional<StepSchedule> dropoutSchedule;
    private Optional<EarlyStopping> earlyStopping;

    /** Starts from these options. */
    TrainingOptionsBuilder(TrainingOptions from) {
        values = new LinkedHashMap<>(from.values());
        classWeights = from.classWeights();
        schedule = from.schedule();
        decaySchedule = from.decaySchedule();
        dropoutSchedule = from.dropoutSchedule();
        earlyStopping = from.earlyStopping();
    }

    /**
     * Sets an option by its name.
     *
     * @param name one of {@link TrainingOptions#declarations()}
     * @param value a Number or a Boolean, as the option wants it; checked by {@link #build}
     * @throws IllegalArgumentException if there is no such option
     */
    public TrainingOptionsBuilder set(String name, Object value) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                    "training: unknown option '" + name + "'" + NearestName.hint(name, values.keySet()));
        }
        values.put(name, value);
        return this;
    }

    /** See {@link TrainingOptions#epochs()}. */
    public TrainingOptionsBuilder epochs(int value) {
        return set("epochs", value);
    }

    /** See {@link TrainingOptions#batchSize()}. */
    public TrainingOptionsBuilder batchSize(int value) {
        return set("batchSize", value);
    }

    /** See {@link TrainingOptions#shuffle()}. */
    public TrainingOptionsBuilder shuffle(boolean value) {
        return set("shuffle", value);
    }

    /** See {@link TrainingOptions#order()}. */
    public TrainingOptionsBuilder order(String value) {
        return set("order", value);
    }

    /** See {@link TrainingOptions#shards()}. */
    public TrainingOptionsBuilder shards(int value) {
        return set("shards", value);
    }

    /** See {@link TrainingOptions#rounds()}. */
    public TrainingOptionsBuilder rounds(int value) {
        return set("rounds", value);
    }

    /** See {@link TrainingOptions#outerRate()}. */
    public TrainingOptionsBuilder outerRate(double value) {
        return set("outerRate", value);
    }

    /** See {@link TrainingOptions#outerMomentum()}. */
    public TrainingOptionsBuilder outerMomentum(double value) {
        return set("outerMomentum", value);
    }

    /** See {@link TrainingOptions#fitRows()}. */
    public TrainingOptionsBuilder fitRows(int value) {
        return set("fitRows", value);
    }

    /** See {@link TrainingOptions#seed()}. */
    public TrainingOptionsBuilder seed(long value) {
        return set("seed", value);
    }

    /** See {@link TrainingOptions#validationFraction()}. */
    public TrainingOptionsBuilder validationFraction(double value) {
        return set("validationFraction", value);
    }

    /** See {@link TrainingOptions#l1()}. */
    public TrainingOptionsBuilder l1(double value) {
        return set("l1", value);
    }

    /** See {@link TrainingOptions#l2()}. */
    public TrainingOptionsBuilder l2(double value) {
        return set("l2", value);
    }

    /** See {@link TrainingOptions#clipValue()}. */
    public TrainingOptionsBuilder clipValue(double value) {
        return set("clipValue", value);
    }

    /** See {@link TrainingOptions#clipNorm()}. */
    public TrainingOptionsBuilder clipNorm(double value) {
        return set("clipNorm", value);
    }

    /** See {@link TrainingOptions#labelSmoothing()}. */
    public TrainingOptionsBuilder labelSmoothing(double value) {
        return set("labelSmoothing", value);
    }

    /** See {@link TrainingOptions#dropLast()}. */
    public TrainingOptionsBuilder dropLast(boolean value) {
        return set("dropLast", value);
    }

    /** See {@link TrainingOptions#fanInRates()}. */
    public TrainingOptionsBuilder fanInRates(boolean value) {
        return set("fanInRates", value);
    }

    /** See {@link TrainingOptions#biasRate()}. */
    public TrainingOptionsBuilder biasRate(double value) {
        return set("biasRate", value);
    }

    /** See {@link TrainingOptions#scaleRate()}. */
    public TrainingOptionsBuilder scaleRate(double value) {
        return set("scaleRate", value);
    }

    /** See {@link TrainingOptions#slopeRate()}. */
    public TrainingOptionsBuilder slopeRate(double value) {
        return set("slopeRate", value);
    }

    /** See {@link TrainingOptions#embeddingRate()}. */
    public TrainingOptionsBuilder embeddingRate(double value) {
        return set("embeddingRate", value);
    }

    /** See {@link TrainingOptions#tableRate()}. */
    public TrainingOptionsBuilder tableRate(double value) {
        return set("tableRate", value);
    }

    /** See {@link TrainingOptions#decayTables()}. */
    public TrainingOptionsBuilder decayTables(boolean value) {
        return set("decayTables", value);
    }

    /** See {@link TrainingOptions#decayBiases()}. */
    public TrainingOptionsBuilder decayBiases(boolean value) {
        return set("decayBiases", value);
    }

    /** See {@link TrainingOptions#frozen()}. */
    public TrainingOptionsBuilder frozen(int value) {
        return set("frozen", value);
    }

    /** See {@link TrainingOptions#averageWeights()}. */
    public TrainingOptionsBuilder averageWeights(double value) {
        return set("averageWeights", value);
    }

    /** See {@link TrainingOptions#averageLast()}. */
    public TrainingOptionsBuilder averageLast(double value) {
        return set("averageLast", value);
    }

    /** See {@link TrainingOptions#warmUp()}. */
    public TrainingOptionsBuilder warmUp(double value) {
        return set("warmUp", value);
    }

    /** See {@link TrainingOptions#refit()}. */
    public TrainingOptionsBuilder refit(boolean value) {
        return set("refit", value);
    }

    /** See {@link TrainingOptions#calibrate()}. */
    public TrainingOptionsBuilder calibrate(boolean value) {
        return set("calibrate", value);
    }

    /** See {@link TrainingOptions#background()}. */
    public TrainingOptionsBuilder background(int value) {
        return set("background", value);
    }

    /** See {@link TrainingOptions#profile()}. */
    public TrainingOptionsBuilder profile(boolean value) {
        return set("profile", value);
    }

    /** See {@link TrainingOptions#conformal()}. */
    public TrainingOptionsBuilder conformal(String value) {
        return set("conformal", value);
    }

    /** See {@link TrainingOptions#classWeights()}. */
    public TrainingOptionsBuilder classWeights(ClassWeights value) {
        classWeights = value;
        return this;
    }

    /** See {@link TrainingOptions#schedule()}. */
    public TrainingOptionsBuilder schedule(Schedule value) {
        schedule = Optional.of(value);
        return this;
    }

    /** See {@link TrainingOptions#decaySchedule()}. */
    public TrainingOptionsBuilder decaySchedule(StepSchedule value) {
        decaySchedule = Optional.of(value);
        return this;
    }

    /** See {@link TrainingOptions#dropoutSchedule()}. */
    public TrainingOptionsBuilder dropoutSchedule(StepSchedule value) {
        dropoutSchedule = Optional.of(value);
        return this;
    }

    /** See {@link TrainingOptions#earlyStopping()}. */
    public TrainingOptionsBuilder earlyStopping(EarlyStopping value) {
        earlyStopping = Optional.of(value);
        return this;
    }

    /**
     * The options.
     *
     * @throws dev.nn4j.api.ConfigurationException if one is out of range
     */
    public TrainingOptions build() {
        return TrainingOptions.of(values, classWeights, schedule, decaySchedule, dropoutSchedule, earlyStopping);
    }
}
