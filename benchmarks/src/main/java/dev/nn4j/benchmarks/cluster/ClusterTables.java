// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.cluster;

import java.util.List;
import java.util.Locale;

/** Prints what trainings and scoring would take on 2 to 1000 machines, and what is assumed. */
final class ClusterTables {
    /** Measured on one core of a Zen 5 with 512 bits. */
    private static final List<ClusterModel.Net> NETS = List.of(
            new ClusterModel.Net("9.4k parameters", 9_410, 0.46e-6),
            new ClusterModel.Net("536k parameters", 535_818, 14e-6),
            new ClusterModel.Net("3.2M parameters", 3_150_848, 97e-6));

    private static final int[] MACHINES = {2, 8, 64, 250, 1000};
    private static final double SMALL_BATCHES = 1.6e-6;
    private static final double SCORING = 1.3e-6;
    private static final double INGEST = 20e-6;
    private static final int ROUNDS = 4;

    private ClusterTables() {}

    public static void main(String[] arguments) {
        ClusterModel model = new ClusterModel(0.03, 0.0002, 1.25e9, 0.44e9, 8);
        print("Assumed: %s%n", model);
        print(
                "Rows cost a core %.1f µs to score and %.1f µs to take in; shards meet %d times an epoch.%n%n",
                SCORING * 1e6, INGEST * 1e6, ROUNDS);
        largeBatches(model);
        epochs(model);
        print(
                "%nOne training takes at most %,d rows today: what is beyond is scored, or sampled.%n",
                Integer.MAX_VALUE);
    }

    private static void largeBatches(ClusterModel model) {
        print("A step of a large batch: how many times as fast as one machine%n");
        for (ClusterModel.Net net : NETS) {
            for (long rows : new long[] {65_536, 262_144, 1_048_576, 16_777_216}) {
                print("%-16s %,12d rows", net.name(), rows);
                for (int machines : MACHINES) {
                    print("  E=%d: %.1f", machines, model.alone(net, rows) / model.step(net, rows, machines));
                }
                print("%n");
            }
        }
        print("%n");
    }

    private static void epochs(ClusterModel model) {
        print("Seconds to score, to take in once, and for an epoch of shards of the 9.4k network%n");
        for (long rows : new long[] {1_000_000_000L, 10_000_000_000L, 100_000_000_000L}) {
            for (int machines : MACHINES) {
                print(
                        "%,16d rows  E=%-5d %,12.0f %,12.0f %,12.0f%n",
                        rows,
                        machines,
                        model.rows(rows, SCORING, machines),
                        model.rows(rows, INGEST, machines),
                        model.shardEpoch(NETS.get(0), rows, SMALL_BATCHES, ROUNDS, machines));
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
