// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.cell.NumberFormat;
import dev.nn4j.core.internal.text.NameList;
import dev.nn4j.core.schema.ColumnPlan;
import dev.nn4j.core.table.TargetGaps;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each column of a table is for. A column that is neither target, ignored, weight, group nor time is a feature.
 *
 * @since 0.1.0
 */
public final class DataRoles {
    private final List<String> targets;
    private final List<String> ignore;
    private final Optional<String> positive;
    private final Optional<String> weight;
    private final Optional<String> group;
    private final Optional<String> time;
    private final Map<String, ColumnPlan> plans;
    private final MissingMarks marks;
    private final boolean skipsMissingTargets;

    /** Copies the lists, and refuses a plan for what is no feature. */
    DataRoles(
            List<String> targets,
            List<String> ignore,
            Optional<String> positive,
            Optional<String> weight,
            Optional<String> group,
            Optional<String> time,
            Map<String, ColumnPlan> plans,
            MissingMarks marks,
            boolean skipsMissingTargets) {
        targets = NameList.copyOf(targets.stream().map(String::strip).toList());
        ignore = NameList.copyOf(ignore.stream().map(String::strip).toList());
        weight = weight.map(String::strip);
        group = group.map(String::strip);
        time = time.map(String::strip);
        plans = Collections.unmodifiableMap(stripped(plans));
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
            if (Collections.frequency(targets, target) > 1) {
                throw new ConfigurationException(
                        "data.target",
                        "names '" + target + "' " + Collections.frequency(targets, target)
                                + " times; name each target once");
            }
            if (ignore.contains(target) || weight.equals(Optional.of(target))) {
                throw new ConfigurationException(
                        "data.target",
                        "'" + target + "' is also " + (ignore.contains(target) ? "ignored" : "the weight")
                                + "; a column has one role");
            }
            requireNoTarget("data.group", target, group);
            requireNoTarget("data.time", target, time);
            requireNumbers(target, plans.getOrDefault(target, ColumnPlan.number()), plans.get(targets.get(0)));
        }
        requireDivisible(weight, group, time);

        this.targets = targets;
        this.ignore = ignore;
        this.positive = positive;
        this.weight = weight;
        this.group = group;
        this.time = time;
        this.plans = plans;
        this.marks = marks;
        this.skipsMissingTargets = skipsMissingTargets;
    }

    /** Starts with these targets, all other columns being features that are numbers. */
    public static DataRolesBuilder builder(List<String> targets) {
        return new DataRolesBuilder(targets);
    }

    /** What to learn; at least one. */
    public List<String> targets() {
        return targets;
    }

    /** Columns left out. */
    public List<String> ignore() {
        return ignore;
    }

    /** Binary only: the label whose probability the network gives; else the second in order. */
    public Optional<String> positive() {
        return positive;
    }

    /** A column of sample weights. */
    public Optional<String> weight() {
        return weight;
    }

    /**
     * A column that says which rows belong together, such as those of one patient: where rows are set aside or dealt out to
     * folds, no group has rows in two parts. It is no feature.
     *
     * @since 0.1.0
     */
    public Optional<String> group() {
        return group;
    }

    /**
     * A column of numbers or dates that says when a row was: where rows are set aside or divided into folds, later rows judge what
     * earlier ones taught. It is no feature.
     *
     * @since 0.1.0
     */
    public Optional<String> time() {
        return time;
    }

    /** How features are read; those not named are numbers, none missing. */
    public Map<String, ColumnPlan> plans() {
        return plans;
    }

    /** Which cells of any column say that there is no value, where its plan does not say otherwise. */
    public MissingMarks marks() {
        return marks;
    }

    /** Whether rows without a target are left out; else they are an error. */
    public boolean skipsMissingTargets() {
        return skipsMissingTargets;
    }

    /** Names of columns come without blanks around them. */
    private static Map<String, ColumnPlan> stripped(Map<String, ColumnPlan> plans) {
        Map<String, ColumnPlan> stripped = new LinkedHashMap<>();
        plans.forEach((name, plan) -> stripped.put(name.strip(), plan));
        return stripped;
    }

    /** How rows without a target are taken. */
    public TargetGaps targetGaps() {
        return new TargetGaps(marks, skipsMissingTargets);
    }

    /** Every column that is named. */
    public List<String> columns() {
        return Stream.of(
                        targets.stream(),
                        ignore.stream(),
                        weight.stream(),
                        group.stream(),
                        time.stream(),
                        plans.keySet().stream())
                .flatMap(names -> names)
                .toList();
    }

    /** How a feature or a target that is a number is to be read. */
    public ColumnPlan plan(String column) {
        ColumnPlan plan = plans.getOrDefault(column, ColumnPlan.number());
        return plan.marks().isUsual() ? plan.withMarks(marks) : plan;
    }

    /** How targets that are numbers are written. */
    public NumberFormat targetFormat() {
        return plan(targets.get(0)).cellType().format();
    }

    private static void requireNoTarget(String path, String target, Optional<String> column) {
        if (column.equals(Optional.of(target))) {
            throw new ConfigurationException(path, "'" + target + "' is also a target; a column has one role");
        }
    }

    private static void requireDivisible(Optional<String> weight, Optional<String> group, Optional<String> time) {
        if (group.isPresent() && time.isPresent()) {
            throw new ConfigurationException(
                    "data.time",
                    "cannot be together with data.group: a group may be early and late, and would be divided; leave one of"
                            + " the two out");
        }
        group.or(() -> time)
                .filter(column -> weight.equals(Optional.of(column)))
                .ifPresent(column -> {
                    throw new ConfigurationException(
                            group.isPresent() ? "data.group" : "data.time",
                            "'" + column + "' is also the weight; a column has one role");
                });
    }

    /** Of a target there is only to say how its numbers are written. */
    private static void requireNumbers(String target, ColumnPlan plan, @Nullable ColumnPlan first) {
        if (!plan.cellType().isNumber() || !plan.missing().isError()) {
            throw new ConfigurationException(
                    "data.columns." + target,
                    "must be a number that is never missing, as '" + target + "' is a target, got "
                            + plan.kind().word() + ", missing " + plan.missing().word() + "; leave it out for labels");
        }
        if (!plan.cellType().equals((first == null ? ColumnPlan.number() : first).cellType())) {
            throw new ConfigurationException(
                    "data.columns." + target, "must have the number format of the other targets");
        }
    }

    /** One target, all else features. */
    public static DataRoles target(String column) {
        return builder(List.of(column)).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataRoles that
                && targets.equals(that.targets)
                && ignore.equals(that.ignore)
                && positive.equals(that.positive)
                && weight.equals(that.weight)
                && group.equals(that.group)
                && time.equals(that.time)
                && plans.equals(that.plans)
                && marks.equals(that.marks)
                && skipsMissingTargets == that.skipsMissingTargets;
    }

    @Override
    public int hashCode() {
        return Objects.hash(targets, ignore, positive, weight, group, time, plans, marks, skipsMissingTargets);
    }

    @Override
    public String toString() {
        return "DataRoles[targets=" + targets + ", ignore=" + ignore + ", positive=" + positive + ", weight=" + weight
                + group.map(column -> ", group=" + column).orElse("")
                + time.map(column -> ", time=" + column).orElse("")
                + ", plans=" + plans + ", marks=" + marks + ", skipsMissingTargets=" + skipsMissingTargets + "]";
    }
}
