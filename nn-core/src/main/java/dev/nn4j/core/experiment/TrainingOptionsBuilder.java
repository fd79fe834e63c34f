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
    private Optional<EarlyStopping> earlyStopping;

    /** Starts from these options. */
    TrainingOptionsBuilder(TrainingOptions from) {
        values = new LinkedHashMap<>(from.values());
        classWeights = from.classWeights();
        schedule = from.schedule();
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
        return TrainingOptions.of(values, classWeights, schedule, earlyStopping);
    }
}
