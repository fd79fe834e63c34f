// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import dev.nn4j.core.schema.BooleanKind;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.DateTimeKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.KindPlan;
import dev.nn4j.core.schema.NumberKind;

/**
 * Categories encoded as a plan says.
 *
 * @param own the categories, which stay as they are where the plan is of something else
 */
record EncodedAlike(CategoryKind own) implements KindPlan.Cases<CategoryKind> {
    @Override
    public CategoryKind foundCategories(FoundCategories plan) {
        return plan.of(own.categories(), own.unseen());
    }

    @Override
    public CategoryKind category(CategoryKind kind) {
        return kind;
    }

    @Override
    public CategoryKind number(NumberKind kind) {
        return own;
    }

    @Override
    public CategoryKind bool(BooleanKind kind) {
        return own;
    }

    @Override
    public CategoryKind dateTime(DateTimeKind kind) {
        return own;
    }
}
