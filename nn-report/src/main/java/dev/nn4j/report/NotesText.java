// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.schema.InputNotes;
import dev.nn4j.core.schema.InputNotes.ColumnNote;
import dev.nn4j.core.schema.InputNotes.UnseenText;
import dev.nn4j.report.internal.text.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model's policies let through, in words and for programs.
 *
 * @since 0.1.0
 */
public final class NotesText {
    private static final int MOST_COLUMNS = 8;

    private NotesText() {}

    /**
     * One line for each column and each matter.
     *
     * @param done what was done with the other rows: {@code predicted}
     */
    public static List<String> lines(InputNotes notes, String done) {
        List<String> lines = new ArrayList<>();
        List<ColumnNote> shown = notes.columns()
                .subList(0, Math.min(MOST_COLUMNS, notes.columns().size()));
        for (ColumnNote column : shown) {
            String who = "column '" + column.name() + "': ";
            if (column.unseen() > 0) {
                lines.add(who + column.unseen() + " of " + notes.rows()
                        + " rows have a value that training did not see, " + unseen(column)
                        + "; write it as in the training data if it is the same");
            }
            if (column.filled() > 0) {
                lines.add(who + column.filled() + " of " + notes.rows() + " rows have no value; it was filled in");
            }
            if (column.refused() > 0) {
                lines.add(who + column.refused() + " of " + notes.rows() + " rows have no value (first in line "
                        + column.firstRefused() + "), and nothing stands for it: they were not " + done
                        + "; say \"missing\" for it in data.columns and train again, or fill them in");
            }
        }
        if (shown.size() < notes.columns().size()) {
            lines.add((notes.columns().size() - shown.size())
                    + " more columns have gaps or values that training did not" + " see");
        }
        return lines;
    }

    /** Keys that go behind those of an evaluation; none where there is nothing to say. */
    static JsonMembers json(Answers answers) {
        JsonMembers json = JsonMembers.none();
        if (answers.isWeighted()) {
            json = json.with("weighted", true);
        }
        if (answers.rowsWithoutTarget() > 0) {
            json = json.with("rowsWithoutTarget", answers.rowsWithoutTarget());
        }
        if (answers.notes().left() > 0) {
            json = json.with("rowsLeftOut", answers.notes().left());
        }
        return answers.notes().isEmpty()
                ? json
                : json.with(
                        "inputs",
                        answers.notes().columns().stream().map(NotesText::json).toList());
    }

    private static JsonMembers json(ColumnNote column) {
        return JsonMembers.none()
                .with("name", column.name())
                .with("filled", column.filled())
                .with("refused", column.refused())
                .with("unseen", column.unseen())
                .with(
                        "unseenValues",
                        column.texts().stream().map(NotesText::json).toList());
    }

    private static JsonMembers json(UnseenText text) {
        return JsonMembers.none()
                .with("value", text.text())
                .with("rows", text.rows())
                .with("nearest", text.nearest());
    }

    private static String unseen(ColumnNote column) {
        return column.texts().stream()
                .map(text -> "'" + Shortened.of(text.text()) + "'"
                        + (text.nearest().isEmpty() ? "" : " (nearest known: '" + Shortened.of(text.nearest()) + "')"))
                .collect(Collectors.joining(", ", "such as ", ""));
    }
}
