// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.KindPlan;
import dev.nn4j.core.schema.NumberKind;

/**
 * Whether a column of two categories is to be one signed input.
 *
 * @param otherwise the answer for columns that cannot be such
 */
record SignedPair(boolean otherwise) implements KindPlan.Cases<Boolean> {
    @Override
    public Boolean foundCategories(FoundCategories plan) {
        return plan.signedPair();
    }

    @Override
    public Boolean category(CategoryKind kind) {
        return kind.isSigned();
    }

    @Override
    public Boolean number(NumberKind kind) {
        return otherwise;
    }

    @Override
    public Boolean bool(BooleanKind kind) {
        return otherwise;
    }

    @Override
    public Boolean dateTime(DateTimeKind kind) {
        return otherwise;
    }
}
