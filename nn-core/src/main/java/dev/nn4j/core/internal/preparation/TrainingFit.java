// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.preparation;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.Loss;
import dev.nn4j.core.Network;
import dev.nn4j.core.encoding.DataSet;
import dev.nn4j.core.experiment.ClassWeights;
import dev.nn4j.core.experiment.EarlyStopping;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.experiment.Schedules;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.network.LayerSpec;
import dev.nn4j.core.network.NetworkSpec;
import java.util.Optional;

/** What must hold between the options of a training on bare numbers, its network and its data. */
public final class TrainingFit {
    private TrainingFit() {}

    /** Passes if the options ask for nothing that takes a table. */
    public static void requireWithoutTable(TrainingOptions options) {
        if (options.validationFraction() != 0) {
            throw new ConfigurationException(
                    "training.validationFraction",
                    "is for trainings on tables; give NetworkTraining.run the validation data, got "
                            + options.validationFraction());
        }
        if (options.refit()) {
            throw new ConfigurationException(
                    "training.refit", "is for trainings on tables; give NetworkTraining.run all the data");
        }
        if (!(options.classWeights() instanceof ClassWeights.None)) {
            throw new ConfigurationException(
                    "training.classWeights",
                    "are for trainings on tables, which know labels; give the data set weights");
        }
    }

    /** Passes if the data has rows, as wide as the network takes and the loss judges. */
    public static void requireWidths(Network network, Loss loss, DataSet data) {
        int each = loss.distribution().outputs();
        if (network.inputWidth() != data.inputWidth() || network.outputWidth() != data.targetWidth() * each) {
            throw new IllegalArgumentException("network training: the network takes " + network.inputWidth()
                    + " inputs and gives " + network.outputWidth() + " outputs, the data has " + data
                    + (each == 1 ? "" : ", for each of which " + loss.name() + " takes " + each + " outputs"));
        }
        if (data.rows() == 0) {
            throw new IllegalArgumentException("network training: the data has no rows");
        }
    }

    /** Passes if a mean of the last weights is not asked of a network that it would not be one of. */
    public static void requireAverages(NetworkSpec spec, TrainingOptions options) {
        if (options.averageLast() > 0 && spec.layers().stream().anyMatch(LayerSpec::couplesRows)) {
            throw new ConfigurationException(
                    "training.averageLast",
                    "is not for a network with batch-normalization, whose running statistics are not those of the mean"
                            + " of the weights; use averageWeights or layer-normalization");
        }
    }

    /** Passes if what early stopping and the schedule watch is there. */
    public static void requireMonitored(
            Optional<EarlyStopping> stopping, TrainingOptions options, Loss loss, boolean hasValidation) {
        if (stopping.isPresent()) {
            requireSeen(stopping.get().monitor(), "training.earlyStopping.monitor", loss, hasValidation);
        }
        if (options.schedule().isPresent() && options.schedule().get() instanceof Schedules.Plateau plateau) {
            requireSeen(plateau.monitored(), "training.schedule.monitor", loss, hasValidation);
        }
    }

    private static void requireSeen(Monitor monitor, String path, Loss loss, boolean hasValidation) {
        if (monitor.needsValidation() && !hasValidation) {
            throw new ConfigurationException(
                    path,
                    "watches validation data, and there is none; set training.validationFraction, give validation data,"
                            + " or watch \"loss\"");
        }
        if (!monitor.judges(loss.targets())) {
            String what = monitor == Monitor.VALIDATION_ACCURACY ? Monitor.ACCURACY.word() : monitor.word();
            throw new ConfigurationException(
                    path,
                    "watches " + what + ", which " + loss.name() + " does not have; watch \"loss\" or \"val_loss\"");
        }
    }
}
