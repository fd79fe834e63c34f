// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where rows are: a file or folder, whose ending says what it is, a table of the catalogue, or what a format says. */
final class Place {
    private static final Map<String, String> FORMATS = Map.of(
            ".csv", "csv", ".csv.gz", "csv", ".json", "json", ".jsonl", "json", ".orc", "orc", ".parquet", "parquet");

    private final String name;
    private final Optional<String> format;
    private final List<String> settings;

    /**
     * A place.
     *
     * @param format as Spark names it; of files by their ending if there is none
     * @param settings of Spark's reader or writer, {@code name=value} each
     */
    Place(String name, Optional<String> format, List<String> settings) {
        this.name = name;
        this.format = format.or(() -> byEnding(name));
        this.settings = settings;
        settings.forEach(setting -> DatabaseCredentials.requireNone(key(setting)));
    }

    /** Where the rows of a command are. */
    static Place of(Options options) {
        return new Place(options.needed("--data"), options.one("--format"), options.all("--option"));
    }

    private static Optional<String> byEnding(String name) {
        if (name.startsWith("jdbc:")) {
            return Optional.of("jdbc");
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return FORMATS.entrySet().stream()
                .filter(ending -> path.endsWith(ending.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> path.contains("/") ? Optional.of("parquet") : Optional.empty());
    }

    /** Its rows. CSV has names in its first line, and its cells are read as nn reads them. */
    Dataset<Row> read(SparkSession spark) {
        DataFrameReader reader = spark.read();
        if (format.isEmpty()) {
            return reader.table(name);
        }
        reader = reader.format(format.get());
        if (format.get().equals("csv")) {
            reader = reader.option("header", "true");
        }
        for (String setting : settings) {
            reader = reader.option(key(setting), value(setting));
        }
        return format.get().equals("jdbc")
                ? reader.options(DatabaseCredentials.of(System.getenv()))
                        .option("url", name)
                        .load()
                : reader.load(name);
    }

    /** Puts rows there, where there must be nothing yet. */
    void write(Dataset<Row> rows) {
        if (format.isEmpty()) {
            rows.write().saveAsTable(name);
            return;
        }
        DataFrameWriter<Row> writer = rows.write().format(format.get());
        if (format.get().equals("csv")) {
            writer = writer.option("header", "true");
        }
        for (String setting : settings) {
            writer = writer.option(key(setting), value(setting));
        }
        if (format.get().equals("jdbc")) {
            writer.options(DatabaseCredentials.of(System.getenv()))
                    .option("url", name)
                    .save();
        } else {
            writer.save(name);
        }
    }

    /** Whether it holds no arrays. */
    boolean isFlat() {
        return format.filter(List.of("csv", "jdbc")::contains).isPresent();
    }

    private static int sign(String setting) {
        int sign = setting.indexOf('=');
        if (sign < 1) {
            throw new Options.UsageException("--option: must be NAME=VALUE, got '" + setting + "'");
        }
        return sign;
    }

    private static String key(String setting) {
        return setting.substring(0, sign(setting));
    }

    private static String value(String setting) {
        return setting.substring(sign(setting) + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
