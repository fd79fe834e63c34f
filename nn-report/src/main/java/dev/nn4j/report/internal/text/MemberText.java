// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.internal.text;

import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.TemperatureScaling;
import dev.nn4j.core.fit.StopReason;
import dev.nn4j.core.training.MemberResult;
import java.util.Locale;
import java.util.Optional;

/** How the training of one network went, as reports say it. */
public final class MemberText {
    private MemberText() {}

    /** Of an ensemble's member, in a line. */
    public static String words(MemberResult member) {
        return member.history().size() + " epochs"
                + (member.bestEpoch() == 0 ? "" : ", of epoch " + member.bestEpoch())
                + score(member)
                + ", stopped " + words(member.stopReason())
                + member.temperature()
                        .filter(TemperatureScaling::isApplied)
                        .map(one -> ", calibrated by " + Rounded.score(one.factor()))
                        .orElse("")
                + PlainValue.text(member.drawn());
    }

    private static String score(MemberResult member) {
        return member.score().isPresent()
                ? ", " + member.monitor().word() + " "
                        + Rounded.figure(member.score().getAsDouble())
                : "";
    }

    /** Of an ensemble's member, for programs. */
    public static JsonMembers json(MemberResult member) {
        JsonMembers json = JsonMembers.none()
                .with("member", member.number())
                .with("seed", member.seed())
                .with("epochs", member.history().size())
                .with("bestEpoch", member.bestEpoch())
                .with("stopReason", word(member.stopReason()));
        if (member.score().isPresent()) {
            json = json.with("monitor", member.monitor().word())
                    .with("score", member.score().getAsDouble());
        }
        if (!member.drawn().isEmpty()) {
            json = json.with("drawn", PlainValue.json(member.drawn()));
        }
        return json.withAll(calibrated(member.temperature()));
    }

    /** A calibration, for programs; nothing where there is none. */
    public static JsonMembers calibrated(Optional<TemperatureScaling> temperature) {
        return temperature
                .map(one -> JsonMembers.none()
                        .with(
                                "calibration",
                                JsonMembers.none()
                                        .with("factor", one.factor())
                                        .with("rows", one.rows())
                                        .with("logLossBefore", one.before())
                                        .with("logLossAfter", one.after())))
                .orElseGet(JsonMembers::none);
    }

    /** For programs. */
    public static String word(StopReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people, behind "stopped". */
    public static String words(StopReason reason) {
        return switch (reason) {
            case COMPLETED -> "after all epochs";
            case EARLY_STOPPING -> "early, without further improvement";
            case CANCELLED -> "by the user";
            case LEFT -> "early, behind the others";
            case DIVERGED -> "as its loss was not finite";
        };
    }
}
