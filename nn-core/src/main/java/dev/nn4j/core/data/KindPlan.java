// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.data;

/** What the values of a column are to be, before the training rows are seen. */
public sealed interface KindPlan permits FeatureKind, FoundCategories {
    /** As configurations say it: {@code number}. */
    String word();

    /** How a column of this kind is kept in a table. */
    CellType cellType();

    /** Whether missing values may be treated so. */
    boolean allows(MissingPolicy policy);
}
