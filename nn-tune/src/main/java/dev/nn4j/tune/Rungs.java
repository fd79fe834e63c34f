// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.tune;

import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.experiment.StepSchedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After which shares of their epochs the trials of a round are judged, and how many go on: successive halving (Jamieson and
 * Talwalkar 2016), where the learning rate has come down. That of a coslog schedule of four waves is down after 1/15, 3/15 and
 * 7/15 of the epochs, so a trial pauses there, and the better half goes on. Without a schedule, or with one that does not
 * depend on how many epochs there are, it may pause anywhere, and does so there too. Any other comes down at its end alone:
 * trials run through it in 1/16 and then 1/4 of the epochs, and each time the better third is trained anew for longer. A round
 * of many trials takes 27 % of the epochs of all of them, or 26 %.
 *
 * @param shares of the epochs, the last 1
 * @param staying the share of the trials at a rung that reach the next
 * @param goingOn whether they go on from where they are
 */
record Rungs(List<Double> shares, double staying, boolean goingOn) {
    private static final int FEWEST_WAVES = 4;
    private static final List<Double> COURSES = List.of(1 / 16.0, 1 / 4.0, 1.0);

    /**
     * Those of an experiment.
     *
     * @param anySchedule whether trials have schedules of their own
     */
    static Rungs of(Experiment experiment, boolean anySchedule) {
        int epochs = experiment.options().epochs();
        Optional<Schedule> schedule = experiment.options().schedule();
        if (anySchedule || !schedule.map(Rungs::pauses).orElse(true)) {
            return new Rungs(different(COURSES, epochs), 1 / 3.0, false);
        }
        return new Rungs(different(valleys(schedule), epochs), 1 / 2.0, true);
    }

    private static boolean pauses(Schedule schedule) {
        return schedule instanceof StepSchedules.CosLog waves
                ? waves.cycles() >= FEWEST_WAVES
                : !schedule.dependsOnEpochs();
    }

    /** Where the last four waves end: wave j of k after (2ʲ − 1)/(2ᵏ − 1). */
    private static List<Double> valleys(Optional<Schedule> schedule) {
        long waves = schedule.filter(StepSchedules.CosLog.class::isInstance)
                .map(one -> ((StepSchedules.CosLog) one).cycles())
                .orElse((long) FEWEST_WAVES);
        List<Double> valleys = new ArrayList<>();
        for (long wave = waves - FEWEST_WAVES + 1; wave <= waves; wave++) {
            valleys.add((StrictMath.pow(2, (double) wave) - 1) / (StrictMath.pow(2, (double) waves) - 1));
        }
        return valleys;
    }

    /** Of few epochs some shares are the same. */
    private static List<Double> different(List<Double> shares, int epochs) {
        List<Double> different = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            boolean isLast = i == shares.size() - 1;
            if (isLast || epochs(shares.get(i), epochs) < epochs(shares.get(i + 1), epochs)) {
                different.add(shares.get(i));
            }
        }
        return different;
    }

    private static int epochs(double share, int epochs) {
        return share == 1 ? epochs : Math.max(1, (int) Math.rint(share * epochs));
    }

    int count() {
        return shares.size();
    }

    /** The epochs of a trial up to a rung, counted from 0, of so many. */
    int epochs(int rung, int epochs) {
        return epochs(shares.get(rung), epochs);
    }

    /** How many of a round's trials reach a rung, counted from 0. */
    int seats(int trials, int rung) {
        double seats = trials;
        for (int i = 0; i < rung; i++) {
            seats *= staying;
        }
        return Math.max(1, (int) Math.rint(seats));
    }
}
