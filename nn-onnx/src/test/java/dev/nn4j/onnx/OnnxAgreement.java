// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nn4j.core.Model;

/** How near two programs' numbers are: relative to the value, and absolute beside zero. */
final class OnnxAgreement {
    static final double RELATIVE = 1e-5;
    static final double ABSOLUTE = 1e-6;

    /** Nearer to zero a relative difference says little. */
    static final double LEAST = 0.01;

    private OnnxAgreement() {}

    static float[] outputs(Model model, float[] rows) {
        int count = rows.length / model.schema().features().size();
        float[] outputs = new float[count * model.schema().outputs()];
        model.predict(rows, count, outputs, model.newScratch());
        return outputs;
    }

    /** Fails unless each is within the relative or the absolute bound of the other. */
    static void requireNear(float[] ours, float[] theirs) {
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs((double) ours[i] - theirs[i]);
            double bound = Math.max(ABSOLUTE, RELATIVE * Math.abs((double) theirs[i]));
            assertThat(difference)
                    .as("output %d: %s, ONNX Runtime %s", i, ours[i], theirs[i])
                    .isLessThanOrEqualTo(bound);
        }
    }

    /** The largest relative difference, of values that are not beside zero. */
    static double relative(float[] ours, float[] theirs) {
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            if (Math.abs(theirs[i]) >= LEAST) {
                largest = Math.max(largest, Math.abs(((double) ours[i] - theirs[i]) / theirs[i]));
            }
        }
        return largest;
    }
}
