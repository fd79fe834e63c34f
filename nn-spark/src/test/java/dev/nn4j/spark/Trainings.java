// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.TrainingOptions;
import dev.nn4j.core.experiment.TrainingOptionsBuilder;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.training.TrainingResult;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Small trainings, and what tells them apart. */
final class Trainings {
    private Trainings() {}

    static TrainingOptionsBuilder options() {
        return TrainingOptions.builder().epochs(2).seed(11).validationFraction(0.1);
    }

    /** As one machine is told to train what a cluster does. */
    static Experiment byContent(Experiment experiment) {
        return experiment.withOptions(
                experiment.options().toBuilder().order("content").build());
    }

    /** SHA-256 of the weights, and of the losses of all epochs. */
    static String digest(TrainingResult result) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (float weight : result.model().network().parameters()) {
                digest.update(ByteBuffer.allocate(Float.BYTES).putFloat(weight).flip());
            }
            for (EpochRecord epoch : result.history()) {
                digest.update(ByteBuffer.allocate(2 * Double.BYTES)
                        .putDouble(epoch.loss())
                        .putDouble(epoch.validationLoss().orElse(-1))
                        .flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
