// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.rules;

import dev.nn4j.api.Activation;
import dev.nn4j.api.ValueRange;
import java.util.Locale;

/**
 * What an activation can give, found by trying: components of others do not say it.
 *
 * @param name of the activation
 * @param least what it gives
 * @param most what it gives
 */
public record OutputReach(String name, double least, double most) {
    private static final float[] FAR = {-1e30f, -1e4f, -100, 100, 1e4f, 1e30f};
    private static final float STEP = 0.125f;
    private static final int STEPS = 160;
    /** What grows beyond this has no bound. */
    private static final double UNBOUNDED = 1e9;

    private static final double ROUNDING = 1e-6;

    /** Of this activation, tried on small and large numbers. */
    public static OutputReach of(Activation activation) {
        if (activation.range().isWithin(ValueRange.UNIT_INTERVAL)) {
            return new OutputReach(activation.name(), 0, 1);
        }
        float[] z = tried();
        float[] a = new float[z.length];
        activation.forward(z, a, 0, z.length, 1);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : a) {
            least = value < least ? value : least;
            most = value > most ? value : most;
        }
        return new OutputReach(
                activation.name(),
                least < -UNBOUNDED ? Double.NEGATIVE_INFINITY : least,
                most > UNBOUNDED ? Double.POSITIVE_INFINITY : most);
    }

    private static float[] tried() {
        float[] z = new float[FAR.length + STEPS + 1];
        System.arraycopy(FAR, 0, z, 0, FAR.length);
        for (int i = 0; i <= STEPS; i++) {
            z[FAR.length + i] = STEP * (i - STEPS / 2);
        }
        return z;
    }

    /** Whether it can give all numbers from one to another. */
    public boolean covers(double from, double to) {
        return least > most || (from >= least - slack(from) && to <= most + slack(to));
    }

    /** As in {@code relu (0 and more)}. */
    public String told() {
        if (most == Double.POSITIVE_INFINITY) {
            return name + " (" + shown(least) + " and more)";
        }
        return least == Double.NEGATIVE_INFINITY
                ? name + " (" + shown(most) + " and less)"
                : name + " (" + shown(least) + " to " + shown(most) + ")";
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.3g", number);
    }

    /** Whether two numbers are as good as equal beside what lies between bounds. */
    public static double slack(double number) {
        return ROUNDING * Math.max(1, Math.abs(number));
    }
}
