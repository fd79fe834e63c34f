// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.watch;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts numbers by the intervals they lie in. For all threads. */
public final class Tally {
    private final List<Double> bounds;
    private final List<LongAdder> counts;
    private final DoubleAdder sum = new DoubleAdder();

    /**
     * Has counted none.
     *
     * @param bounds ascending; each belongs to the interval below it
     */
    public Tally(List<Double> bounds) {
        this.bounds = List.copyOf(bounds);
        this.counts = Stream.generate(LongAdder::new).limit(bounds.size() + 1L).toList();
    }

    /** Counts a number. */
    public void add(double number) {
        int place = 0;
        while (place < bounds.size() && number > bounds.get(place)) {
            place++;
        }
        counts.get(place).increment();
        sum.add(number);
    }

    /** The ends of the intervals. */
    public List<Double> bounds() {
        return bounds;
    }

    /** How many numbers are in each, one more than there are bounds. */
    public List<Long> counts() {
        return counts.stream().map(LongAdder::sum).toList();
    }

    /** Their sum. */
    public double sum() {
        return sum.sum();
    }
}
