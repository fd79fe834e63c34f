// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.experiment;

import dev.nn4j.core.cell.MissingMarks;
import dev.nn4j.core.schema.ColumnPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds {@link DataRoles}; each method is named like what it sets.
 *
 * @since 0.1.0
 */
public final class DataRolesBuilder {
    private final List<String> targets;
    private List<String> ignore = List.of();
    private Optional<String> positive = Optional.empty();
    private Optional<String> weight = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Optional<String> time = Optional.empty();
    private Map<String, ColumnPlan> plans = Map.of();
    private MissingMarks marks = MissingMarks.usual();
    private boolean skipsMissingTargets;

    DataRolesBuilder(List<String> targets) {
        this.targets = targets;
    }

    /** See {@link DataRoles#ignore()}. */
    public DataRolesBuilder ignore(List<String> value) {
        ignore = value;
        return this;
    }

    /** See {@link DataRoles#positive()}. */
    public DataRolesBuilder positive(Optional<String> value) {
        positive = value;
        return this;
    }

    /** See {@link DataRoles#weight()}. */
    public DataRolesBuilder weight(Optional<String> value) {
        weight = value;
        return this;
    }

    /** See {@link DataRoles#group()}. */
    public DataRolesBuilder group(Optional<String> value) {
        group = value;
        return this;
    }

    /** See {@link DataRoles#time()}. */
    public DataRolesBuilder time(Optional<String> value) {
        time = value;
        return this;
    }

    /** See {@link DataRoles#plans()}. */
    public DataRolesBuilder plans(Map<String, ColumnPlan> value) {
        plans = value;
        return this;
    }

    /** See {@link DataRoles#marks()}. */
    public DataRolesBuilder marks(MissingMarks value) {
        marks = value;
        return this;
    }

    /** See {@link DataRoles#skipsMissingTargets()}. */
    public DataRolesBuilder skipsMissingTargets(boolean value) {
        skipsMissingTargets = value;
        return this;
    }

    /**
     * The roles.
     *
     * @throws dev.nn4j.api.ConfigurationException if they contradict each other
     */
    public DataRoles build() {
        return new DataRoles(targets, ignore, positive, weight, group, time, plans, marks, skipsMissingTargets);
    }
}
