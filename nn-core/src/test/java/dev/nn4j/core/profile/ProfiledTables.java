// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.profile;

import dev.nn4j.core.schema.CategoryKind;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Missing;
import dev.nn4j.core.schema.MissingPolicy;
import dev.nn4j.core.schema.NumberKind;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.core.schema.Unseen;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.table.TableBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Columns of three real tables, each of two parts, before and after: {@code adult}, {@code california}, {@code titanic}. */
final class ProfiledTables {
    private ProfiledTables() {}

    /** The lines of one, the header first, the last cell telling the part. */
    static List<String> lines(String name) {
        try (InputStream bytes = Objects.requireNonNull(ProfiledTables.class.getResourceAsStream(name + ".csv"))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The rows of a part of one column, whose empty cells are gaps. */
    static Table column(String name, String column, boolean numbers, String part) {
        List<String> lines = lines(name);
        int field = List.of(lines.get(0).split(",")).indexOf(column);
        List<String> cells = new ArrayList<>();
        for (String line : lines) {
            List<String> row = List.of(line.split(","));
            if (row.get(row.size() - 1).equals(part)) {
                cells.add(row.get(field));
            }
        }
        return table(column, numbers, cells.toArray(String[]::new));
    }

    /** A table of one column. */
    static Table table(String column, boolean numbers, String... cells) {
        Schema schema = schema(column, numbers, "?");
        TableBuilder table = Table.builder("rows", List.of(column), List.of(schema.cellType(column)));
        for (int row = 0; row < cells.length; row++) {
            table.addRow(row + 2, List.of(cells[row]));
        }
        return table.build();
    }

    /** A schema of that column, gaps allowed; the categories that it knows are those of the texts. */
    static Schema schema(String column, boolean numbers, String... categories) {
        Feature feature = numbers
                ? new Feature(column, new NumberKind(), new Missing(MissingPolicy.MEDIAN, false, List.of(0f)))
                : new Feature(
                        column,
                        new CategoryKind(Arrays.asList(categories), Unseen.ZEROS),
                        new Missing(MissingPolicy.OWN_CATEGORY, false, List.of()));
        return Schema.builder(Task.REGRESSION)
                .features(List.of(feature))
                .targets(List.of("y"))
                .build();
    }
}
