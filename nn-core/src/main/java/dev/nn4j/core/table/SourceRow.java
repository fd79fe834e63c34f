// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.table;

import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.cell.RowTexts;
import dev.nn4j.core.internal.text.ValueText;
import dev.nn4j.core.internal.value.OptionalValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link RowSource}. Its cells are texts, which are parsed and may be marks of missing values, or values, which
 * are what they are: numbers are not printed and parsed. {@link TableBuilder#addValues(Object...)} says which values there
 * may be. They are not copied: a source gives each row cells of its own.
 *
 * @param line where it begins in the source, counted from 1; where a source has no lines, the row's number
 * @param cells as many as it has; null is a missing value
 * @param isBlank whether it holds nothing at all, as lines that spreadsheets leave; such a row may have any number of cells
 * @param place where it stands, of a source that is several files; else source and line say it
 * @since 0.1.0
 */
public record SourceRow(long line, List<?> cells, boolean isBlank, Optional<Place> place) {
    /**
     * A line of one of several files.
     *
     * @param source the file, as messages name it
     * @param line counted from 1
     */
    public record Place(String source, long line) {}

    /** A row of a source that is one. */
    public SourceRow(long line, List<?> cells, boolean isBlank) {
        this(line, cells, isBlank, Optional.empty());
    }

    /** A row of texts or values. */
    public SourceRow(long line, List<?> cells) {
        this(line, cells, false);
    }

    /**
     * Where a cell stands, for messages.
     *
     * @param source that gave the row
     * @param column counted from 1
     * @since 0.1.0
     */
    public Location location(String source, int column) {
        return place.isPresent()
                ? new Location(place.get().source(), place.get().line(), column)
                : new Location(source, line, column);
    }

    /** A cell as a text: itself, the text that a file would hold for its value, or empty where there is none. */
    public String text(int field) {
        Object cell = cells.get(field);
        return cell instanceof String text ? text : textOf(OptionalValue.in(cell));
    }

    /**
     * The number in a cell that holds nothing but a plain one, for which {@link RowTexts} make no text; NaN for all others,
     * whose texts and values say more.
     *
     * @param field from 0
     * @since 0.1.0
     */
    public double plainNumber(int field) {
        return cells instanceof RowTexts texts ? texts.plainNumber(field) : Double.NaN;
    }

    /** All cells as texts. */
    public List<String> texts() {
        return IntStream.range(0, cells.size()).mapToObj(this::text).toList();
    }

    private static String textOf(@Nullable Object value) {
        return value == null || ValueText.isNaN(value)
                ? ""
                : ValueText.of(value).orElseGet(value::toString);
    }
}
