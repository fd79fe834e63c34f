// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of requests. For all threads. */
public final class RequestWatch {
    private static final List<Double> SECONDS =
            List.of(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0);
    private static final double NANOS = 1e9;

    private final Map<Answered, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Tally> times = new ConcurrentHashMap<>();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();

    /**
     * Requests of a kind.
     *
     * @param route the pattern of the path
     * @param status what they were answered with
     */
    public record Answered(String route, int status) implements Comparable<Answered> {
        @Override
        public int compareTo(Answered other) {
            int byRoute = route.compareTo(other.route);
            return byRoute != 0 ? byRoute : Integer.compare(status, other.status);
        }
    }

    /** A request has come. */
    public void begin() {
        begun.increment();
    }

    /** It has its answer. */
    public void end(String route, int status, long nanos) {
        ended.increment();
        counts.computeIfAbsent(new Answered(route, status), one -> new LongAdder())
                .increment();
        times.computeIfAbsent(route, one -> new Tally(SECONDS)).add(nanos / NANOS);
    }

    /** How many there were of each kind. */
    public Map<Answered, Long> counts() {
        Map<Answered, Long> sums = new TreeMap<>();
        counts.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }

    /** How long they took, in seconds, by route. */
    public Map<String, Tally> times() {
        return new TreeMap<>(times);
    }

    /** How many are being answered. */
    public long inFlight() {
        return Math.max(0, begun.sum() - ended.sum());
    }
}
