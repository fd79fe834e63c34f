// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

import dev.nn4j.config.internal.relation.Relation;
import dev.nn4j.core.fitting.IdentifierName;

/**
 * Whether numbers only name the rows, in whatever order these are: whole, each there once, and either counted through or of
 * a size that says nothing of the target. A measurement has decimals, repeats, or has to do with the target.
 */
final class IdentifierSurvey {
    /** Fewer may well be values that happen to be different. */
    private static final long FEWEST_ROWS = 20;
    /** Whoever numbers rows leaves out fewer numbers than he gives. */
    private static final double LOOSEST = 2;

    private static final double NEARLY_ALL = 0.98;
    /** Numbers of so many digits that are all about as large have been given, not measured. */
    private static final double GIVEN_FROM = 1e7;

    private static final double GIVEN_RANGE = 10;
    /** Of a column that names what rows are of, such as a customer, so many values are different. */
    private static final double MANY = 0.2;

    private final TimeSurvey times = new TimeSurvey();
    private final Relation relation = new Relation();
    private boolean whole = true;
    private boolean stepsByOne = true;
    private double last = Double.NaN;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private long count;

    void add(double number, String target) {
        if (!whole) {
            return;
        }
        whole = number == Math.rint(number);
        stepsByOne &= count == 0 || number == last + 1;
        last = number;
        least = Math.min(least, number);
        most = Math.max(most, number);
        count++;
        times.add(number);
        relation.add(number, target);
    }

    /**
     * Whether they name the rows.
     *
     * @param name of the column
     * @param different share of values that are
     */
    boolean isIdentifier(String name, double different) {
        if (!whole || times.areAll() || different < (count < FEWEST_ROWS ? 1 : NEARLY_ALL)) {
            return false;
        }
        return name.isBlank()
                || IdentifierName.isOne(name)
                || (count >= FEWEST_ROWS && (isCounted() || isGiven() || !relation.isThere()));
    }

    private boolean isCounted() {
        return stepsByOne || most - least + 1 <= LOOSEST * count;
    }

    private boolean isGiven() {
        return least >= GIVEN_FROM && most < GIVEN_RANGE * least;
    }

    /** Whether they may name what rows are of, several rows of one: nothing but the name says so. */
    boolean mayName(String name, double different) {
        return whole && count >= FEWEST_ROWS && different >= MANY && !times.areAll() && IdentifierName.isOne(name);
    }
}
