// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Optimizer;
import dev.nn4j.api.Range;
import java.util.List;

/** Optimizers with one fault each, and the sound one that they were made from. */
final class OptimizerMutants {
    private OptimizerMutants() {}

    /** Sound: momentum whose share grows with the number of steps, to have a scalar too. */
    public static class Heavy implements Optimizer {
        @Override
        public String name() {
            return "test:heavy";
        }

        @Override
        public double defaultRate() {
            return 0.01;
        }

        @Override
        public List<String> stateArrays() {
            return List.of("velocity");
        }

        @Override
        public List<String> stateScalars() {
            return List.of("share");
        }

        @Override
        public void prepare(double[] scalars, long step, double rate) {
            scalars[0] = 0.5 + 0.25 * scalars[0];
        }

        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            float share = (float) scalars[0];
            for (int i = from; i < to; i++) {
                arrays[0][i] = share * arrays[0][i] + g[i];
                w[i] -= (float) rate * arrays[0][i];
            }
        }
    }

    public static class ForgetsDecay extends Heavy {
        private static final Hyperparameter<Double> DECAY =
                Hyperparameter.number("weightDecay", 0, Range.atLeast(0), "pulls to 0");

        private final double decay;

        ForgetsDecay(double decay) {
            this.decay = decay;
        }

        @Override
        public Hyperparameters hyperparameters() {
            return Hyperparameters.of(DECAY, decay);
        }

        @Override
        public Optimizer with(Hyperparameters values) {
            return new ForgetsDecay(values.get(DECAY));
        }

        @Override
        public Optimizer withWeightDecay(double value) {
            return this;
        }
    }

    public static class NoRate extends Heavy {
        @Override
        public double defaultRate() {
            return 0;
        }
    }

    public static class NamesTwice extends Heavy {
        @Override
        public List<String> stateScalars() {
            return List.of("velocity");
        }
    }

    public static class NamesBadly extends Heavy {
        @Override
        public List<String> stateScalars() {
            return List.of("the share");
        }
    }

    public static class DeclaresNothing extends Heavy {
        @Override
        public List<String> stateArrays() {
            return List.of();
        }
    }

    public static class Climbs extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            super.update(w, g, arrays, scalars, from, to, step, -rate);
        }
    }

    public static class OnlyDecays extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            for (int i = from; i < to; i++) {
                w[i] -= (float) rate * w[i];
            }
        }
    }

    public static class DecaysAtRateZero extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            super.update(w, g, arrays, scalars, from, to, step, rate);
            for (int i = from; i < to; i++) {
                w[i] *= 0.9999f;
            }
        }
    }

    public static class DividesByGradient extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            for (int i = from; i < to; i++) {
                w[i] -= (float) rate * g[i] / Math.abs(g[i]);
            }
        }
    }

    public static class OverflowsToInfinity extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            for (int i = from; i < to; i++) {
                w[i] -= (float) rate * g[i] * (1 + g[i] * g[i]);
            }
        }
    }

    public static class WritesOneMore extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            super.update(w, g, arrays, scalars, from, to, step, rate);
            if (to < w.length) {
                arrays[0][to] = 0;
            }
        }
    }

    public static class ClearsGradient extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            super.update(w, g, arrays, scalars, from, to, step, rate);
            g[from] = 0;
        }
    }

    public static class AdvancesInUpdate extends Heavy {
        @Override
        public void prepare(double[] scalars, long step, double rate) {}

        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            super.prepare(scalars, step, rate);
            super.update(w, g, arrays, scalars, from, to, step, rate);
        }
    }

    public static class ClipsBySliceNorm extends Heavy {
        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            double square = 0;
            for (int i = from; i < to; i++) {
                square += (double) g[i] * g[i];
            }
            super.update(w, g, arrays, scalars, from, to, step, rate / Math.max(1, Math.sqrt(square)));
        }
    }

    public static class CountsSteps extends Heavy {
        private int updates;

        @Override
        public Optimizer with(dev.nn4j.api.Hyperparameters values) {
            return new CountsSteps();
        }

        @Override
        public void prepare(double[] scalars, long step, double rate) {
            updates++;
            super.prepare(scalars, step, rate);
        }

        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            super.update(w, g, arrays, scalars, from, to, step, rate / updates);
        }
    }

    public static class KeepsVelocity extends Heavy {
        private float[] velocity = new float[0];

        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            if (velocity.length < w.length) {
                velocity = new float[w.length];
            }
            super.update(w, g, new float[][] {velocity}, scalars, from, to, step, rate);
        }
    }

    public static class SharesScratch extends Heavy {
        private final float[] move = new float[1 << 16];
        private final Rendezvous middle = new Rendezvous();

        @Override
        public void update(
                float[] w, float[] g, float[][] arrays, double[] scalars, int from, int to, long step, double rate) {
            for (int i = from; i < to; i++) {
                move[i] = (float) rate * g[i];
            }
            middle.come();
            for (int i = from; i < to; i++) {
                w[i] -= move[i];
            }
        }
    }
}
