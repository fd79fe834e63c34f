// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * What tells the data of a training from others: the {@linkplain Table#sha256() SHA-256} of its tables as they were read,
 * before rows were set aside.
 *
 * @param training in lower-case hexadecimal
 * @param validation likewise; empty where no table was given to validate on
 * @since 0.1.0
 */
public record DataDigests(String training, Optional<String> validation) {
    /** Of the tables of a training for a model of this schema; where it has offsets, what floats leave out counts. */
    static DataDigests of(Table training, Optional<Table> validation, Schema schema) {
        List<String> exact = schema.offsetColumns();
        return new DataDigests(training.sha256(exact), validation.map(table -> table.sha256(exact)));
    }

    /** Of these tables. */
    public static DataDigests of(Table training, Optional<Table> validation) {
        return new DataDigests(training.sha256(), validation.map(Table::sha256));
    }

    /** Refuses tables that are not those of the checkpoint. */
    static void requireSame(DataDigests found, DataDigests recorded, Table training, Optional<Table> validation) {
        if (!found.training().equals(recorded.training())) {
            throw changed(training, "the training data differ from those of the checkpoint");
        }
        if (!found.validation().equals(recorded.validation())) {
            String problem = found.validation().isEmpty()
                    ? "the checkpoint was made with validation data, and none are given"
                    : recorded.validation().isEmpty()
                            ? "the checkpoint was made without validation data"
                            : "the validation data differ from those of the checkpoint";
            throw changed(validation.orElse(training), problem);
        }
    }

    private static DataException changed(Table table, String problem) {
        return new DataException(
                new Location(table.source(), 1, 1),
                problem + "; give the same data, or allow changed ones (withChangedData in Java,"
                        + " --allow-changed-data)");
    }
}
