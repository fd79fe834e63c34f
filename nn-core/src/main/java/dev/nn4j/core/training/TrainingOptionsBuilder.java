// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import java.util.Optional;

/** Changes some of the {@link TrainingOptions}; each method is named like the option it sets. */
public final class TrainingOptionsBuilder {
    private int epochs;
    private int batchSize;
    private boolean shuffle;
    private long seed;
    private double validationFraction;
    private double l1;
    private double l2;
    private double clipValue;
    private double clipNorm;
    private ClassWeights classWeights;
    private Optional<Schedule> schedule;
    private Optional<EarlyStopping> earlyStopping;

    /** Starts from these options. */
    public TrainingOptionsBuilder(TrainingOptions from) {
        epochs = from.epochs();
        batchSize = from.batchSize();
        shuffle = from.shuffle();
        seed = from.seed();
        validationFraction = from.validationFraction();
        l1 = from.l1();
        l2 = from.l2();
        clipValue = from.clipValue();
        clipNorm = from.clipNorm();
        classWeights = from.classWeights();
        schedule = from.schedule();
        earlyStopping = from.earlyStopping();
    }

    /** See {@link TrainingOptions#epochs()}. */
    public TrainingOptionsBuilder epochs(int value) {
        epochs = value;
        return this;
    }

    /** See {@link TrainingOptions#batchSize()}. */
    public TrainingOptionsBuilder batchSize(int value) {
        batchSize = value;
        return this;
    }

    /** See {@link TrainingOptions#shuffle()}. */
    public TrainingOptionsBuilder shuffle(boolean value) {
        shuffle = value;
        return this;
    }

    /** See {@link TrainingOptions#seed()}. */
    public TrainingOptionsBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** See {@link TrainingOptions#validationFraction()}. */
    public TrainingOptionsBuilder validationFraction(double value) {
        validationFraction = value;
        return this;
    }

    /** See {@link TrainingOptions#l1()}. */
    public TrainingOptionsBuilder l1(double value) {
        l1 = value;
        return this;
    }

    /** See {@link TrainingOptions#l2()}. */
    public TrainingOptionsBuilder l2(double value) {
        l2 = value;
        return this;
    }

    /** See {@link TrainingOptions#clipValue()}. */
    public TrainingOptionsBuilder clipValue(double value) {
        clipValue = value;
        return this;
    }

    /** See {@link TrainingOptions#clipNorm()}. */
    public TrainingOptionsBuilder clipNorm(double value) {
        clipNorm = value;
        return this;
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

    /** The options. */
    public TrainingOptions build() {
        return new TrainingOptions(
                epochs,
                batchSize,
                shuffle,
                seed,
                validationFraction,
                l1,
                l2,
                clipValue,
                clipNorm,
                classWeights,
                schedule,
                earlyStopping);
    }
}
