// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.cluster;

/**
 * How long the steps of a training take on a cluster, by what was measured of its parts. It knows of no stragglers, no lost
 * executors and no others on the network: real clusters are slower.
 *
 * @param jobSeconds of a Spark job that computes nothing
 * @param jobSecondsToTask more for each task, which the driver serializes and schedules
 * @param networkBytes to a second, between a machine and the others
 * @param driverBytes to a second that the driver serializes or takes in, whatever the network is
 * @param coresToMachine of each executor, which is a machine
 */
record ClusterModel(
        double jobSeconds, double jobSecondsToTask, double networkBytes, double driverBytes, int coresToMachine) {
    private static final int BLOCK_ROWS = 4096;

    /**
     * A network that is trained.
     *
     * @param parameters how many it has
     * @param gradientSeconds a row's forward and backward pass on a core
     */
    record Net(String name, long parameters, double gradientSeconds) {
        double bytes() {
            return 4.0 * parameters;
        }
    }

    private double throughDriver(double bytes) {
        return bytes / Math.min(networkBytes, driverBytes);
    }

    private double job(int machines) {
        return jobSeconds + jobSecondsToTask * machines * coresToMachine;
    }

    /** A step whose batch is computed by all machines: weights go out and one sum of each machine comes back. */
    double step(Net net, long rows, int machines) {
        long blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        long most = (blocks + (long) machines * coresToMachine - 1) / ((long) machines * coresToMachine);
        double computing = most * BLOCK_ROWS * net.gradientSeconds;
        return job(machines) + throughDriver(net.bytes() * (1 + Math.min(machines, blocks))) + computing;
    }

    /** The same step on one machine. */
    double alone(Net net, long rows) {
        long blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        return (blocks + coresToMachine - 1) / coresToMachine * BLOCK_ROWS * net.gradientSeconds;
    }

    /** An epoch of shards that meet so often: each core has a shard, and a row costs so much in small batches. */
    double shardEpoch(Net net, long rows, double secondsToRow, int rounds, int machines) {
        double computing = rows * secondsToRow / ((double) machines * coresToMachine);
        return computing + rounds * (job(machines) + throughDriver(net.bytes() * (1 + machines)));
    }

    /** Seconds for rows of which each costs so much of a core. */
    double rows(long rows, double secondsToRow, int machines) {
        return job(machines) + rows * secondsToRow / ((double) machines * coresToMachine);
    }
}
