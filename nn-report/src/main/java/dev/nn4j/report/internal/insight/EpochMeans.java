// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.insight;

import dev.nn4j.core.fit.EpochRecord;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The mean of several trainings, epoch by epoch: of those that have come so far. */
public final class EpochMeans {
    private EpochMeans() {}

    /** By epoch, those in which none has a value left out. */
    public static SortedMap<Integer, Double> of(
            List<List<EpochRecord>> histories, Function<EpochRecord, OptionalDouble> value) {
        SortedMap<Integer, Double> sums = new TreeMap<>();
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (List<EpochRecord> history : histories) {
            for (EpochRecord record : history) {
                value.apply(record).ifPresent(found -> {
                    sums.merge(record.epoch(), found, Double::sum);
                    counts.merge(record.epoch(), 1, Integer::sum);
                });
            }
        }
        sums.replaceAll((epoch, sum) -> sum / counts.getOrDefault(epoch, 1));
        return sums;
    }
}
