// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.schema;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.api.NearestName;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.internal.text.ShownCell;
import dev.nn4j.core.internal.text.ValueText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of a list of texts, of which the network sees one input each, 1 for the one that it is and 0 for the others. In a
 * raw row it is the text's index in the list; any other number is an unseen text.
 *
 * @since 0.1.0
 */
public final class CategoryKind implements FeatureKind {
    /** A column with more distinct values is treated as free text or an identifier. */
    public static final int MOST_CATEGORIES = 10_000;

    private final List<String> categories;
    private final Unseen unseen;
    private final Map<String, Integer> indexOf;

    /**
     * A list of categories.
     *
     * @param categories in the order of the inputs: at least one, at most {@value #MOST_CATEGORIES}, all different
     * @param unseen what becomes of other texts
     */
    public CategoryKind(List<String> categories, Unseen unseen) {
        this.categories = List.copyOf(categories);
        this.unseen = unseen;
        this.indexOf = new HashMap<>();
        for (int index = 0; index < this.categories.size(); index++) {
            if (indexOf.put(this.categories.get(index), index) != null) {
                throw new IllegalArgumentException(
                        "category: '" + ShownCell.of(this.categories.get(index)) + "' is listed twice");
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
        return categories.size() + (unseen == Unseen.RARE ? 1 : 0);
    }

    @Override
    public List<String> inputNames(String feature) {
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
                    + NearestName.hint(text, categories);
            throw where == null ? new DataException(problem) : new DataException(where, problem);
        }
        return categories.size();
    }

    @Override
    public void encode(float[] raw, int from, float[] inputs, int to) {
        int index = (int) raw[from];
        boolean listed = index == raw[from] && index >= 0 && index < categories.size();
        Arrays.fill(inputs, to, to + inputWidth(), !listed && unseen == Unseen.ERROR ? Float.NaN : 0);
        if (listed) {
            inputs[to + index] = 1;
        } else if (unseen == Unseen.RARE) {
            inputs[to + categories.size()] = 1;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoryKind that && categories.equals(that.categories) && unseen == that.unseen;
    }

    @Override
    public int hashCode() {
        return categories.hashCode() * 31 + unseen.hashCode();
    }

    @Override
    public String toString() {
        return "category " + categories + ", unseen " + unseen.word();
    }
}
