// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.training;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.data.ColumnPlan;
import dev.nn4j.core.data.MissingPolicy;
import dev.nn4j.core.data.NumberFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a table is for. A column that is neither target, ignored nor weight is a feature.
 *
 * @param targets what to learn; at least one
 * @param ignore columns left out
 * @param positive binary only: the label whose probability the network gives; else the second in order
 * @param weight a column of sample weights
 * @param plans how features are read; those not named are numbers, none missing
 */
public record DataRoles(
        List<String> targets,
        List<String> ignore,
        Optional<String> positive,
        Optional<String> weight,
        Map<String, ColumnPlan> plans) {
    /** Copies the lists, and refuses a plan for what is no feature. */
    public DataRoles {
        targets = List.copyOf(targets);
        ignore = List.copyOf(ignore);
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        for (String column : plans.keySet()) {
            if (ignore.contains(column) || weight.equals(Optional.of(column))) {
                throw new ConfigurationException(
                        "data.columns." + column,
                        "describes features and targets; '" + column + "' is ignored or the weight; leave it out");
            }
        }
        if (targets.isEmpty()) {
            throw new ConfigurationException("data.target", "must name at least one column");
        }
        for (String target : targets) {
            requireNumbers(target, plans.getOrDefault(target, ColumnPlan.number()), plans.get(targets.get(0)));
        }
    }

    /** Every column that is named. */
    List<String> columns() {
        return Stream.of(targets.stream(), ignore.stream(), weight.stream(), plans.keySet().stream())
                .flatMap(names -> names)
                .toList();
    }

    /** How a feature or a target that is a number is to be read. */
    ColumnPlan plan(String column) {
        return plans.getOrDefault(column, ColumnPlan.number());
    }

    /** How targets that are numbers are written. */
    NumberFormat targetFormat() {
        return plan(targets.get(0)).cellType().format();
    }

    /** Of a target there is only to say how its numbers are written. */
    private static void requireNumbers(String target, ColumnPlan plan, @Nullable ColumnPlan first) {
        if (!plan.cellType().isNumber() || plan.missing() != MissingPolicy.ERROR) {
            throw new ConfigurationException(
                    "data.columns." + target,
                    "must be a number that is never missing, as '" + target + "' is a target, got "
                            + plan.kind().word() + ", missing " + plan.missing().word() + "; leave it out for labels");
        }
        if (!plan.equals(first == null ? ColumnPlan.number() : first)) {
            throw new ConfigurationException(
                    "data.columns." + target, "must have the number format of the other targets");
        }
    }

    /** One target, all else features. */
    public static DataRoles target(String column) {
        return new DataRoles(List.of(column), List.of(), Optional.empty(), Optional.empty(), Map.of());
    }
}
