// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds in values, none missing, the one that is to stand for those that are. Sums are in double, in order. */
abstract sealed class FillStatistic {
    private int count;

    /** What a policy that fills asks for. */
    static FillStatistic of(MissingPolicy policy) {
        return switch (policy) {
            case MEAN -> new Mean();
            case MEDIAN -> new Median();
            case MOST_FREQUENT -> new MostFrequent();
            case ERROR, OWN_CATEGORY ->
                throw new IllegalArgumentException("missing values: " + policy.word() + " fills nothing");
        };
    }

    final void add(float value) {
        count++;
        accept(value);
    }

    /** Number of values. */
    final int count() {
        return count;
    }

    abstract void accept(float value);

    /** The value found; there must be at least one. */
    abstract float value();

    private static final class Mean extends FillStatistic {
        private double sum;

        @Override
        void accept(float value) {
            sum += value;
        }

        @Override
        float value() {
            return (float) (sum / count());
        }
    }

    private static final class Median extends FillStatistic {
        private float[] values = new float[64];

        @Override
        void accept(float value) {
            if (count() > values.length) {
                values = Arrays.copyOf(values, Math.multiplyExact(values.length, 2));
            }
            values[count() - 1] = value;
        }

        @Override
        float value() {
            float[] ordered = Arrays.copyOf(values, count());
            Arrays.sort(ordered);
            int middle = count() / 2;
            return count() % 2 == 1 ? ordered[middle] : (float) (((double) ordered[middle - 1] + ordered[middle]) / 2);
        }
    }

    private static final class MostFrequent extends FillStatistic {
        private final Map<Float, Integer> counts = new HashMap<>();

        @Override
        void accept(float value) {
            counts.merge(value + 0.0f, 1, Integer::sum); // -0 is 0
        }

        @Override
        float value() {
            float best = Float.NaN;
            int most = 0;
            for (Map.Entry<Float, Integer> entry : counts.entrySet()) {
                int times = entry.getValue();
                if (times > most || (times == most && entry.getKey() < best)) {
                    best = entry.getKey();
                    most = times;
                }
            }
            return best;
        }
    }
}
