// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checkpoints of the members of one ensemble, or the one of a training of one network. */
final class MemberCheckpoints {
    private MemberCheckpoints() {}

    /** Passes if they are of one training, and of different members. */
    static void requireOfOne(List<Checkpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            throw new IllegalArgumentException("training: there is no checkpoint to go on from; give one at least");
        }
        Checkpoint first = checkpoints.get(0);
        Set<Integer> members = new HashSet<>();
        for (Checkpoint one : checkpoints) {
            if (!members.add(one.member())) {
                throw new IllegalArgumentException("training: two checkpoints are of "
                        + (one.member() == 0 ? "trainings of one network" : "member " + one.member())
                        + "; give one of each");
            }
            if (!one.experiment().settings().equals(first.experiment().settings())
                    || !one.data().equals(first.data())
                    || !one.model().schema().equals(first.model().schema())) {
                throw new IllegalArgumentException("training: the checkpoints of members " + first.member() + " and "
                        + one.member() + " are not of one training; give those that one has written");
            }
        }
    }
}
