// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts the texts of a profile. */
final class TextTally implements ColumnTally {
    /** A text that fewer training rows had is counted with the others that are as rare. */
    private static final long ONE_IN = 100;

    private final TextProfile profile;
    private final Map<String, long[]> counts = new HashMap<>();
    private long missing;
    private long others;

    TextTally(TextProfile profile) {
        this.profile = profile;
        profile.counts().keySet().forEach(text -> counts.put(text, new long[1]));
    }

    @Override
    public void missing() {
        missing++;
    }

    @Override
    public void number(float value) {
        throw new IllegalStateException("a text reads as " + value);
    }

    @Override
    public void text(String text) {
        long[] count = counts.get(text);
        if (count == null) {
            others++;
        } else {
            count[0]++;
        }
    }

    @Override
    public ColumnDrift drift(long rows) {
        long all = profile.values() + profile.missing();
        PopulationStability stability = new PopulationStability(all, rows);
        stability.part(profile.missing(), missing);
        long rare = profile.rest();
        long rareNow = profile.rest() > 0 ? others : 0;
        long unseen = profile.rest() > 0 ? 0 : others;
        for (Map.Entry<String, Long> text : profile.counts().entrySet()) {
            long expected = text.getValue();
            long actual = counts.getOrDefault(text.getKey(), new long[1])[0];
            if (expected * ONE_IN >= all) {
                stability.part(expected, actual);
            } else if (expected > 0) {
                rare += expected;
                rareNow += actual;
            } else if (profile.rest() > 0) {
                rareNow += actual;
            } else {
                unseen += actual;
            }
        }
        stability.part(rare, rareNow).part(0, unseen);
        return new ColumnDrift(
                profile.name(),
                stability.index(),
                OptionalDouble.empty(),
                unseen,
                (double) profile.missing() / all,
                rows == 0 ? 0 : (double) missing / rows);
    }
}
