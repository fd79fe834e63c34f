// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.core.cell.CellType;

/**
 * What the values of a column are to be, before the training rows are seen.
 *
 * @since 0.1.0
 */
public sealed interface KindPlan permits FeatureKind, FoundCategories {
    /** As configurations say it: {@code number}. */
    String word();

    /** How a column of this kind is kept in a table. */
    CellType cellType();

    /** Whether missing values may be treated so. */
    boolean allows(MissingPolicy policy);

    /** Asks which plan this is. */
    <R> R match(Cases<R> cases);

    /**
     * One answer for each plan of a column. A later version may add one, and with it a method.
     *
     * @param <R> what is answered
     * @since 0.1.0
     */
    interface Cases<R> extends FeatureKind.Cases<R> {
        /** The answer for categories that are those of the training rows. */
        R foundCategories(FoundCategories plan);
    }
}
