// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each column of a table is for. A column that is neither target, ignored nor weight is a feature.
 *
 * @param targets what to learn; at least one
 * @param ignore columns left out
 * @param positive binary only: the label whose probability the network gives; else the second in order
 * @param weight a column of sample weights
 */
public record DataRoles(List<String> targets, List<String> ignore, Optional<String> positive, Optional<String> weight) {
    /** Copies the lists. */
    public DataRoles {
        targets = List.copyOf(targets);
        ignore = List.copyOf(ignore);
        if (targets.isEmpty()) {
            throw new ConfigurationException("data.target", "must name at least one column");
        }
    }

    /** Every column that is named. */
    List<String> columns() {
        return Stream.of(targets.stream(), ignore.stream(), weight.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** One target, all else features. */
    public static DataRoles target(String column) {
        return new DataRoles(List.of(column), List.of(), Optional.empty(), Optional.empty());
    }
}
