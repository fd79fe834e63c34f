// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.internal.text.ShownCell;
import dev.nn4j.core.internal.text.ValueText;
import dev.nn4j.core.internal.text.WholeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of a list of texts, of which the network sees one input each, 1 for the one that it is and 0 for the others; or, of a
 * signed pair, one input that is −1 for the first, 1 for the second and 0 where the text is missing or unseen; or one input that
 * is the text's index, for a layer that has rows for indices: unseen ones have the index behind the last if they are taken as
 * rare, else −1. In a raw row it is the text's index in the list; any other number is an unseen text.
 *
 * @since 0.1.0
 */
public final class CategoryKind implements FeatureKind {
    /** A column with more distinct values is treated as free text or an identifier. */
    public static final int MOST_CATEGORIES = 10_000;

    private static final int PAIR = 2;

    private enum Form {
        ONE_HOT,
        SIGNED,
        INDEX
    }

    private final List<String> categories;
    private final Unseen unseen;
    private final Form form;
    private final Map<String, Integer> indexOf;

    /**
     * A list of categories.
     *
     * @param categories in the order of the inputs: at least one, at most {@value #MOST_CATEGORIES}, all different
     * @param unseen what becomes of other texts
     */
    public CategoryKind(List<String> categories, Unseen unseen) {
        this(categories, unseen, Form.ONE_HOT);
    }

    /**
     * A list of categories, two of which may be one signed input.
     *
     * @param signed for two categories alone, and not where unseen ones have an input of their own
     * @since 0.1.0
     */
    public CategoryKind(List<String> categories, Unseen unseen, boolean signed) {
        this(categories, unseen, signed ? Form.SIGNED : Form.ONE_HOT);
    }

    private CategoryKind(List<String> categories, Unseen unseen, Form form) {
        this.categories = List.copyOf(categories);
        this.unseen = unseen;
        this.form = form;
        this.indexOf = new HashMap<>();
        for (int index = 0; index < this.categories.size(); index++) {
            if (indexOf.put(this.categories.get(index), index) != null) {
                throw new IllegalArgumentException(
                        "category: '" + ShownCell.of(this.categories.get(index)) + "' is listed twice");
            }
        }
        for (String category : this.categories) {
            if (!WholeText.is(category)) {
                throw new IllegalArgumentException("category: got " + WholeText.fault(category));
            }
        }
        for (int index = 0; index < this.categories.size(); index++) {
            // cells come without blanks around them; older models may have learnt them with
            indexOf.putIfAbsent(this.categories.get(index).strip(), index);
        }
        if (categories.isEmpty() || categories.size() > MOST_CATEGORIES) {
            throw new IllegalArgumentException(
                    "category: there must be 1 to " + MOST_CATEGORIES + " categories, got " + categories.size());
        }
        if (form == Form.SIGNED && (categories.size() != PAIR || unseen == Unseen.RARE)) {
            throw new IllegalArgumentException("category: one signed input is for two categories, and unseen zeros or"
                    + " error, got " + categories.size() + ", unseen " + unseen.word() + "; take them one-hot");
        }
    }

    /**
     * A list of categories, signed if it is a pair; unseen and rare ones are 0 then, if they are no error.
     *
     * @since 0.1.0
     */
    public static CategoryKind signedIfPair(List<String> categories, Unseen unseen) {
        boolean pair = categories.size() == PAIR;
        return new CategoryKind(categories, pair && unseen == Unseen.RARE ? Unseen.ZEROS : unseen, pair);
    }

    /**
     * A list of categories of which the network sees the index, which a layer {@code category-embedding} must take.
     *
     * @since 0.1.0
     */
    public static CategoryKind indexed(List<String> categories, Unseen unseen) {
        return new CategoryKind(categories, unseen, Form.INDEX);
    }

    /** The texts in the order of the inputs. */
    public List<String> categories() {
        return categories;
    }

    /** What becomes of other texts. */
    public Unseen unseen() {
        return unseen;
    }

    /**
     * Whether two categories are one input, −1 or 1.
     *
     * @since 0.1.0
     */
    public boolean isSigned() {
        return form == Form.SIGNED;
    }

    /** Whether the network sees the index of a category. */
    public boolean isIndex() {
        return form == Form.INDEX;
    }

    /**
     * What stands for a text in a raw row: its index, or the number of categories for one that is not listed.
     *
     * @throws DataException for one that is not listed, where that is an error
     */
    public int indexOf(String text) {
        return indexOf(text, "category", null);
    }

    @Override
    public <R> R match(FeatureKind.Cases<R> cases) {
        return cases.category(this);
    }

    @Override
    public String word() {
        return "category";
    }

    @Override
    public CellType cellType() {
        return CellType.TEXT;
    }

    @Override
    public int rawWidth() {
        return 1;
    }

    @Override
    public List<String> rawNames(String feature) {
        return List.of(feature);
    }

    @Override
    public int inputWidth() {
        return form == Form.ONE_HOT ? countWithRare() : 1;
    }

    private int countWithRare() {
        return categories.size() + (unseen == Unseen.RARE ? 1 : 0);
    }

    @Override
    public int indices() {
        return isIndex() ? countWithRare() : 0;
    }

    @Override
    public List<String> inputNames(String feature) {
        if (isIndex()) {
            return List.of(feature);
        }
        if (isSigned()) {
            return List.of(feature + "=" + categories.get(1));
        }
        List<String> names = new ArrayList<>();
        categories.forEach(category -> names.add(feature + "=" + category));
        if (unseen == Unseen.RARE) {
            names.add(feature + " rare");
        }
        return names;
    }

    @Override
    public boolean isScaled() {
        return false;
    }

    @Override
    public boolean allows(MissingPolicy policy) {
        return policy != MissingPolicy.MEAN && policy != MissingPolicy.MEDIAN;
    }

    /** A listed text is a value even if it reads like a mark of a missing one. */
    @Override
    public boolean isMissing(String cell, MissingMarks marks) {
        return marks.isMark(cell) && !indexOf.containsKey(cell);
    }

    @Override
    public List<String> known() {
        return categories;
    }

    @Override
    public boolean isUnseen(float raw) {
        return !(raw >= 0 && raw < categories.size()) && !Float.isNaN(raw);
    }

    @Override
    public void read(String cell, String column, Location where, float[] into, int at) {
        into[at] = indexOf(cell, "column '" + column + "'", where);
    }

    @Override
    public List<Class<?>> valueTypes() {
        return ValueText.types();
    }

    @Override
    public void read(Object value, String feature, float[] into, int at) {
        String text = ValueText.of(value).orElseThrow(() -> UnusableValue.ofType(this, value, feature));
        String listed = ValueText.candidates(value).stream()
                .filter(indexOf::containsKey)
                .findFirst()
                .orElse(text);
        into[at] = indexOf(listed, "feature '" + feature + "'", null);
    }

    private int indexOf(String text, String who, @Nullable Location where) {
        Integer index = indexOf.get(text);
        index = index == null ? indexOf.get(text.strip()) : index;
        if (index != null) {
            return index;
        }
        if (unseen == Unseen.ERROR) {
            String problem = who + " holds '" + ShownCell.of(text) + "', a category that the training rows do not have"
                    + "; correct it, or train with \"unseen\": \"zeros\" for the column"
                    + NearestName.hint(text, categories);
            throw where == null ? new DataException(problem) : new DataException(where, problem);
        }
        return categories.size();
    }

    @Override
    public void encode(float[] raw, int from, float[] inputs, int to) {
        int index = (int) raw[from];
        boolean listed = index == raw[from] && index >= 0 && index < categories.size();
        if (isIndex()) {
            inputs[to] = listed ? index : unseenIndex();
            return;
        }
        Arrays.fill(inputs, to, to + inputWidth(), !listed && unseen == Unseen.ERROR ? Float.NaN : 0);
        if (listed && isSigned()) {
            inputs[to] = 2 * index - 1;
        } else if (listed) {
            inputs[to + index] = 1;
        } else if (unseen == Unseen.RARE) {
            inputs[to + categories.size()] = 1;
        }
    }

    private float unseenIndex() {
        return switch (unseen) {
            case ERROR -> Float.NaN;
            case ZEROS -> -1;
            case RARE -> categories.size();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoryKind that
                && categories.equals(that.categories)
                && unseen == that.unseen
                && form == that.form;
    }

    @Override
    public int hashCode() {
        return categories.hashCode() * 31 + unseen.hashCode();
    }

    @Override
    public String toString() {
        return "category " + categories + ", unseen " + unseen.word()
                + (form == Form.ONE_HOT ? "" : ", " + form.name().toLowerCase(Locale.ROOT));
    }
}
