// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import java.util.Optional;

/**
 * How a network is trained, its architecture, loss and optimizer aside.
 *
 * @param epochs most passes over the data; at least 1
 * @param batchSize rows to a step; {@link #FULL_BATCH} for all
 * @param shuffle whether rows are put in a new order each epoch
 * @param seed of initialisation, order, dropout and splits
 * @param validationFraction of the rows set aside for validation, in [0, 1); stratified for labels
 * @param l1 penalty λ₁·Σ|w| on weights (not biases): g += λ₁·sign(w); at least 0
 * @param l2 penalty ½·λ₂·Σw² on weights (not biases): g += λ₂·w; at least 0
 * @param clipValue gradients are limited to ± this, before their norm is; 0 for no limit
 * @param clipNorm the whole gradient is scaled down to this Euclidean norm; 0 for no limit
 * @param classWeights weights of the labels
 * @param schedule of the learning rate
 * @param earlyStopping when to stop before the last epoch
 */
public record TrainingOptions(
        int epochs,
        int batchSize,
        boolean shuffle,
        long seed,
        double validationFraction,
        double l1,
        double l2,
        double clipValue,
        double clipNorm,
        ClassWeights classWeights,
        Optional<Schedule> schedule,
        Optional<EarlyStopping> earlyStopping) {
    /** The batch size that stands for all rows. */
    public static final int FULL_BATCH = 0;

    /** Refuses values out of range. */
    public TrainingOptions {
        require(epochs >= 1, "epochs", "a whole number at least 1", epochs);
        require(batchSize >= 0, "batchSize", "a whole number at least 1 or \"full\"", batchSize);
        require(
                validationFraction >= 0 && validationFraction < 1,
                "validationFraction",
                "in [0, 1)",
                validationFraction);
        requireNotNegative("l1", l1);
        requireNotNegative("l2", l2);
        requireNotNegative("clipValue", clipValue);
        requireNotNegative("clipNorm", clipNorm);
    }

    /** 100 epochs in shuffled batches of 32, seed 0, nothing else. */
    public static TrainingOptions defaults() {
        return new TrainingOptions(
                100, 32, true, 0, 0, 0, 0, 0, 0, ClassWeights.none(), Optional.empty(), Optional.empty());
    }

    private static void requireNotNegative(String name, double value) {
        require(value >= 0 && !Double.isInfinite(value), name, "at least 0", value);
    }

    private static void require(boolean condition, String name, String allowed, Object found) {
        if (!condition) {
            throw new ConfigurationException("training." + name, "must be " + allowed + ", got " + found);
        }
    }
}
