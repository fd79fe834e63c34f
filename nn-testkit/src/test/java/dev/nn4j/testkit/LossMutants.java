// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Loss;
import dev.nn4j.api.TargetDistribution;
import dev.nn4j.api.TargetKind;
import dev.nn4j.api.ValueRange;
import java.util.Optional;

/** Losses with one fault each, and the sound ones that they were made from. */
final class LossMutants {
    private LossMutants() {}

    /** Sound: the mean of the squared errors of a row. */
    public static class Squared implements Loss {
        @Override
        public String name() {
            return "test:squared";
        }

        @Override
        public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
            for (int row = from; row < to; row += width) {
                double sum = 0;
                for (int i = row; i < row + width; i++) {
                    sum += value((double) y[i] - t[i]);
                }
                rowLoss[row / width] = sum / width;
            }
        }

        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                dy[i] = slope(y[i] - t[i]) / width;
            }
        }

        double value(double error) {
            return error * error;
        }

        float slope(float error) {
            return 2 * error;
        }

        @Override
        public TargetKind targets() {
            return TargetKind.NUMBERS;
        }
    }

    /** Sound, with a kink. */
    public static class Absolute extends Squared {
        @Override
        double value(double error) {
            return Math.abs(error);
        }

        @Override
        float slope(float error) {
            return Math.signum(error);
        }
    }

    /** Sound: Brier's score, which has a form over the logits of a sigmoid. */
    public static class Brier extends Squared {
        @Override
        public TargetKind targets() {
            return TargetKind.BINARY;
        }

        @Override
        public ValueRange domain() {
            return ValueRange.UNIT_INTERVAL;
        }

        @Override
        public Optional<Loss> overLogits(String activationName) {
            return activationName.equals("sigmoid") ? Optional.of(new BrierOverLogits()) : Optional.empty();
        }
    }

    /** Sound: Brier's score of sigmoid(z). */
    public static class BrierOverLogits extends Brier {
        @Override
        public ValueRange domain() {
            return ValueRange.ANY;
        }

        @Override
        public void loss(float[] z, float[] t, double[] rowLoss, int from, int to, int width) {
            for (int row = from; row < to; row += width) {
                double sum = 0;
                for (int i = row; i < row + width; i++) {
                    sum += value(sigmoid(z[i]) - t[i]);
                }
                rowLoss[row / width] = sum / width;
            }
        }

        @Override
        public void gradient(float[] z, float[] t, float[] dz, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                double a = sigmoid(z[i]);
                dz[i] = (float) (slope((float) (a - t[i])) * a * (1 - a) / width);
            }
        }

        private static double sigmoid(float z) {
            return 1 / (1 + StrictMath.exp(-z));
        }

        @Override
        public Optional<Loss> overLogits(String activationName) {
            return Optional.empty();
        }
    }

    public static class OnePerCentOff extends Squared {
        @Override
        float slope(float error) {
            return 2.02f * error;
        }
    }

    public static class WrongSign extends Absolute {
        @Override
        float slope(float error) {
            return -Math.signum(error);
        }
    }

    public static class GradientOfSum extends Squared {
        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            super.gradient(y, t, dy, from, to, 1);
        }
    }

    public static class WrongBeyondKink extends Squared {
        @Override
        double value(double error) {
            return Math.abs(error) < 1 ? error * error : 2 * Math.abs(error) - 1;
        }
    }

    public static class LeastFarAway extends Squared {
        @Override
        double value(double error) {
            return -error * error;
        }

        @Override
        float slope(float error) {
            return -2 * error;
        }
    }

    public static class SwallowsNan extends Squared {
        @Override
        double value(double error) {
            return Double.isNaN(error) ? 0 : error * error;
        }
    }

    public static class MakesNan extends Squared {
        @Override
        float slope(float error) {
            return 2 * error * error / error;
        }
    }

    public static class WritesOneRowMore extends Squared {
        @Override
        public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
            super.loss(y, t, rowLoss, from, to, width);
            if (to / width < rowLoss.length) {
                rowLoss[to / width] = 0;
            }
        }
    }

    public static class WritesInput extends Squared {
        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            super.gradient(y, t, dy, from, to, width);
            t[from] = 0;
        }
    }

    public static class AddsToOutput extends Squared {
        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                dy[i] += slope(y[i] - t[i]) / width;
            }
        }
    }

    public static class ReadsWholeArray extends Squared {
        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            super.gradient(y, t, dy, from, to, width);
            dy[from] += 0 * y[0];
        }
    }

    public static class MixesRows extends Squared {
        @Override
        public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += value((double) y[i] - t[i]);
                if ((i + 1) % width == 0) {
                    double before = sum;
                    rowLoss[i / width] = before / width;
                    sum = 0x1p-40 * before;
                }
            }
        }
    }

    public static class Remembers extends Squared {
        private double calls;

        @Override
        public void loss(float[] y, float[] t, double[] rowLoss, int from, int to, int width) {
            super.loss(y, t, rowLoss, from, to, width);
            calls++;
            rowLoss[from / width] *= 1 + 1e-12 * calls;
        }
    }

    public static class SharesScratch extends Squared {
        private float[] errors = new float[0];
        private final Rendezvous middle = new Rendezvous();

        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            if (errors.length < to) {
                errors = new float[to];
            }
            float[] mine = errors;
            for (int i = from; i < to; i++) {
                mine[i] = y[i] - t[i];
            }
            middle.come();
            for (int i = from; i < to; i++) {
                dy[i] = slope(mine[i]) / width;
            }
        }
    }

    public static class FormWithOtherScale extends Brier {
        @Override
        public Optional<Loss> overLogits(String activationName) {
            return super.overLogits(activationName).map(form -> new BrierOverLogits() {
                @Override
                double value(double error) {
                    return 1.01 * error * error;
                }

                @Override
                float slope(float error) {
                    return 2.02f * error;
                }
            });
        }
    }

    public static class FormWithWrongGradient extends Brier {
        @Override
        public Optional<Loss> overLogits(String activationName) {
            return super.overLogits(activationName).map(form -> new BrierOverLogits() {
                @Override
                float slope(float error) {
                    return 2.02f * error;
                }
            });
        }
    }

    public static class FormOverAnything extends Brier {
        @Override
        public Optional<Loss> overLogits(String activationName) {
            return Optional.of(new BrierOverLogits());
        }
    }

    public static class FormForOtherTargets extends Brier {
        @Override
        public Optional<Loss> overLogits(String activationName) {
            return super.overLogits(activationName).map(form -> new BrierOverLogits() {
                @Override
                public TargetKind targets() {
                    return TargetKind.NUMBERS;
                }
            });
        }
    }

    /** A distribution of what is no number. */
    public static class NormalOfClasses extends Squared {
        @Override
        public TargetKind targets() {
            return TargetKind.BINARY;
        }

        @Override
        public TargetDistribution distribution() {
            return new TargetDistribution.Normal();
        }
    }

    /** Takes its second output for a part of the mean, and says that it is a deviation. */
    public static class NormalOfOneGradient extends Squared {
        @Override
        public TargetDistribution distribution() {
            return new TargetDistribution.Normal();
        }

        @Override
        public void gradient(float[] y, float[] t, float[] dy, int from, int to, int width) {
            super.gradient(y, t, dy, from, to, width);
            for (int i = from + 1; i < to; i += 2) {
                dy[i] = 0;
            }
        }
    }

    public static class SaysNothing extends Squared {
        @Override
        public Optional<Loss> overLogits(String activationName) {
            return null;
        }
    }
}
