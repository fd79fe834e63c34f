// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.config.internal.json.JsonMembers;
import dev.nn4j.core.calibration.Calibration;
import dev.nn4j.core.calibration.CalibrationFigures;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.text.Rounded;
import dev.nn4j.report.internal.text.TextTable;
import java.util.Optional;

/**
 * What calibrating does to the probabilities of a model.
 *
 * @param calibration what was fitted
 * @param model where the calibrated model went
 * @since 0.1.0
 */
public record CalibrationReport(Calibration calibration, Optional<String> model) implements Report {
    @Override
    public String text() {
        CalibrationFigures before = calibration.before();
        CalibrationFigures after = calibration.after();
        TextTable figures = TextTable.ofFigures()
                .line("", "before", "after")
                .line("log-loss", Rounded.figure(before.logLoss()), Rounded.figure(after.logLoss()))
                .line("Brier score", Rounded.figure(before.brier()), Rounded.figure(after.brier()))
                .line(
                        "calibration error",
                        Rounded.figure(before.calibrationError()),
                        Rounded.figure(after.calibrationError()));
        TextTable rest = TextTable.ofTexts()
                .line("rows", Integer.toString(calibration.rows()))
                .line("kind", calibration.kind().word());
        if (calibration.isApplied()) {
            calibration
                    .lines()
                    .forEach(line -> rest.line(
                            "logits",
                            "times " + Rounded.figure(line.factor())
                                    + (line.shift() == 0 ? "" : ", plus " + Rounded.figure(line.shift()))));
        } else {
            rest.line("calibrated", "not: nothing lowers the log-loss by more than 0.1 %");
        }
        model.ifPresent(file -> rest.line("model", file));
        return figures.render() + "\n" + rest.render();
    }

    @Override
    public String json() {
        return JsonMembers.none()
                .with("rows", calibration.rows())
                .with("kind", calibration.kind().word())
                .with("applied", calibration.isApplied())
                .with(
                        "networks",
                        calibration.lines().stream()
                                .map(line -> JsonMembers.none()
                                        .with("factor", line.factor())
                                        .with("shift", line.shift()))
                                .toList())
                .with("before", json(calibration.before()))
                .with("after", json(calibration.after()))
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .pretty();
    }

    private static JsonMembers json(CalibrationFigures figures) {
        return JsonMembers.none()
                .with("logLoss", figures.logLoss())
                .with("brier", figures.brier())
                .with("calibrationError", figures.calibrationError());
    }
}
