// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import dev.nn4j.core.plan.ColumnSetting.Form;
import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.FoundCategories;
import dev.nn4j.core.schema.KindPlan;
import dev.nn4j.core.schema.Unseen;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be said of categories, be they listed or those of the training rows. */
final class CategorySettings {
    private static final String ONE_HOT = "one-hot";
    private static final String SIGNED = "signed";

    private static final ColumnSetting CATEGORIES = ColumnSetting.of(
            Form.TEXTS,
            "categories",
            "those of the training rows, in numeric order or by code point",
            "the texts that it can be");
    private static final ColumnSetting RARE =
            ColumnSetting.of(Form.COUNT, "rare", "0", "a category of fewer training rows has no input of its own");
    private static final ColumnSetting UNSEEN = ColumnSetting.of(
            Form.WORD,
            "unseen",
            "policy",
            ColumnSetting.wordsOf(Unseen.values(), Unseen::word),
            "error; with `rare`: rare",
            "what becomes of other texts: all inputs 0, or one input for all that are rare or unseen");
    static final ColumnSetting BINARY = ColumnSetting.of(
            Form.WORD,
            "binary",
            "binary",
            List.of(ONE_HOT, SIGNED),
            "one-hot",
            "signed: where there turn out to be two categories, one input: −1 for the first, 1 for the second, 0 for what is"
                    + " missing, rare or unseen");

    static final List<ColumnSetting> ALL = List.of(CATEGORIES, RARE, UNSEEN, BINARY);

    private CategorySettings() {}

    static Map<String, Object> of(CategoryKind kind) {
        return with(new ColumnValues().with(CATEGORIES, kind.categories()), kind.unseen(), kind.isSigned());
    }

    static Map<String, Object> of(FoundCategories plan) {
        return with(new ColumnValues().with(RARE, (long) plan.rareBelow()), plan.unseen(), plan.signedPair());
    }

    private static Map<String, Object> with(ColumnValues settings, Unseen unseen, boolean signed) {
        ColumnValues all = settings.with(UNSEEN, unseen.word());
        return (signed ? all.with(BINARY, SIGNED) : all).map();
    }

    static KindPlan plan(SaidOfColumn said) {
        int rare = Math.toIntExact(said.count(RARE).orElse(0L));
        boolean signed = said.text(BINARY).orElse(ONE_HOT).equals(SIGNED);
        Unseen unseen = said.value(UNSEEN, Unseen.values()).orElse(rare > 1 ? Unseen.RARE : Unseen.ERROR);
        Optional<List<String>> listed = said.texts(CATEGORIES);
        if (listed.isPresent() && said.has(RARE)) {
            throw said.refused(
                    RARE,
                    "cannot be combined with \"categories\": rarity applies to categories found in the data; remove one of the two");
        }
        return said.atColumn(() ->
                listed.isEmpty() ? new FoundCategories(rare, unseen, signed) : listed(listed.get(), unseen, signed));
    }

    private static KindPlan listed(List<String> categories, Unseen unseen, boolean signed) {
        return signed ? CategoryKind.signedIfPair(categories, unseen) : new CategoryKind(categories, unseen);
    }
}
