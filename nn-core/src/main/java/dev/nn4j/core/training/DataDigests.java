// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.DataException;
import dev.nn4j.api.DataException.Location;
import dev.nn4j.core.data.Table;
import java.util.Optional;

/**
 * What tells the data of a training from others: the {@linkplain Table#sha256() SHA-256} of its tables as they were read,
 * before rows were set aside.
 *
 * @param training in lower-case hexadecimal
 * @param validation likewise; empty where no table was given to validate on
 */
public record DataDigests(String training, Optional<String> validation) {
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
                problem + "; give the same data, or allow changed ones (--allow-changed-data)");
    }
}
