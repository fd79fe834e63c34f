// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.starter;

import java.util.List;

/**
 * What a starter configuration is fitted to.
 *
 * @param target the column to learn
 * @param ignore columns to leave out
 * @param features number of columns to learn from
 * @param outputs width of the network's output
 * @param rows how many there are
 */
public record Surroundings(String target, List<String> ignore, int features, int outputs, long rows) {
    private static final int USUAL_FEATURES = 30;
    private static final int USUAL_CLASSES = 3;
    private static final long USUAL_ROWS = 1000;

    /** Copies the list. */
    public Surroundings {
        ignore = List.copyOf(ignore);
    }

    /** Middling ones, for a template without data. */
    public static Surroundings usual(Template template, String target) {
        int outputs = template == Template.MULTICLASS ? USUAL_CLASSES : 1;
        return new Surroundings(target, List.of(), USUAL_FEATURES, outputs, USUAL_ROWS);
    }
}
