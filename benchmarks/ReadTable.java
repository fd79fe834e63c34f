// SPDX-License-Identifier: Apache-2.0
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import java.nio.file.Path;
import java.util.Set;

/** Reads a CSV of {@code tables.py} into a table in memory and prints its rows and seconds: {@code FILE THREADS}. */
class ReadTable {
    private static final Set<String> TEXTS = Set.of("city", "day", "member", "y");

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Table table = Csv.read(
                Path.of(arguments[0]),
                column -> TEXTS.contains(column) ? CellType.TEXT : CellType.NUMBER_OR_MISSING,
                Integer.parseInt(arguments[1]));
        System.out.printf("%d %.3f%n", table.rows(), (System.nanoTime() - start) / 1e9);
    }
}
