// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import java.util.Optional;

/**
 * Trains members of an ensemble elsewhere, as tasks of a cluster do; see {@link Training#withMemberTrainer}. Safe for several
 * threads.
 *
 * @since 0.1.0
 */
public interface MemberTrainer {
    /** How many members it trains at once, at least 1: so many threads call it. */
    int atOnce();

    /**
     * Has a member trained, and waits for it: {@link Training#trainMember} on the same rows.
     *
     * @param member its number, from 1
     * @param epochs after which it pauses, if it is not over before
     * @param from where it stands; empty where it begins
     * @return where it then stands; empty if it diverges, which the training here then finds by itself
     */
    Optional<Checkpoint> train(int member, int epochs, Optional<Checkpoint> from);
}
