// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.codec;

import dev.nn4j.api.Component;
import dev.nn4j.core.experiment.Schedule;
import dev.nn4j.core.registry.Origin;
import dev.nn4j.io.internal.model.format.Faults;
import dev.nn4j.io.internal.model.stored.StoredComponent;

/** Learning-rate schedules, from and to the file. Their kinds are fixed, so that none has to be looked up. */
final class ScheduleCodec {
    private ScheduleCodec() {}

    static dev.nn4j.io.internal.proto.Component encode(Schedule schedule) {
        return ComponentCodec.encode(new StoredComponent(
                schedule.name(),
                Origin.BUILT_IN,
                "",
                "",
                Component.SPI_VERSION,
                schedule.hyperparameters().values()));
    }

    static Schedule decode(dev.nn4j.io.internal.proto.Component component) {
        StoredComponent stored = ComponentCodec.decode("schedule", component);
        Schedule prototype = Schedule.all().stream()
                .filter(schedule -> schedule.name().equals(stored.name()))
                .findFirst()
                .orElseThrow(() ->
                        Faults.corrupt("schedule " + Faults.quoted(stored.name()) + " is unknown to this version"));
        stored.requireParametersOf(prototype, "schedule");
        try {
            return prototype.with(prototype.hyperparameters().with(prototype.name(), stored.parameters()));
        } catch (IllegalArgumentException e) {
            throw Faults.corrupt("schedule", e);
        }
    }
}
