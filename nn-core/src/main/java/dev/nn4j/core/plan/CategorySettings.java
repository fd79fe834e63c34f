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
    private static final String INDEX = "index";

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

    private static final ColumnSetting ENCODING = ColumnSetting.of(
            Form.WORD,
            "encoding",
            "encoding",
            List.of(ONE_HOT, INDEX),
            "one-hot",
            "index: one input, the number of the category, for a layer that [embeds categories](#categories-of-many-values)");
    private static final ColumnSetting EMBED_FROM = ColumnSetting.of(
            Form.COUNT, "embedFrom", "0, never", "in place of the encoding: from how many categories on it is index");

    static final List<ColumnSetting> ALL = List.of(CATEGORIES, RARE, UNSEEN, BINARY, ENCODING, EMBED_FROM);

    private CategorySettings() {}

    static Map<String, Object> of(CategoryKind kind) {
        ColumnValues listed = new ColumnValues().with(CATEGORIES, kind.categories());
        return with(listed.with(UNSEEN, kind.unseen().word()), kind.isSigned(), kind.isIndex() ? 1 : 0);
    }

    static Map<String, Object> of(FoundCategories plan) {
        ColumnValues rare = new ColumnValues().with(RARE, (long) plan.rareBelow());
        return with(rare.with(UNSEEN, plan.unseen().word()), plan.signedPair(), plan.indexFrom());
    }

    private static Map<String, Object> with(ColumnValues settings, boolean signed, int indexFrom) {
        if (indexFrom == 1 && !signed) {
            return settings.with(ENCODING, INDEX).map();
        }
        ColumnValues told = signed ? settings.with(BINARY, SIGNED) : settings;
        return (indexFrom > 0 ? told.with(EMBED_FROM, (long) indexFrom) : told).map();
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
        int from = indexFrom(said, signed);
        return said.atColumn(() -> {
            FoundCategories found = new FoundCategories(rare, unseen, signed, from);
            return listed.isEmpty() ? found : found.of(listed.get(), unseen);
        });
    }

    private static int indexFrom(SaidOfColumn said, boolean signed) {
        boolean index = said.text(ENCODING).orElse(ONE_HOT).equals(INDEX);
        if (said.has(ENCODING) && said.has(EMBED_FROM)) {
            throw said.refused(EMBED_FROM, "says when to do what \"encoding\" says; remove one of the two");
        }
        if (index && signed) {
            throw said.refused(ENCODING, "cannot be \"index\" where \"binary\" is \"signed\"; remove one of the two");
        }
        return index ? 1 : Math.toIntExact(said.count(EMBED_FROM).orElse(0L));
    }
}
