// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.core.Model;
import dev.nn4j.core.calibration.Calibration;
import dev.nn4j.core.calibration.ConformalFit;
import dev.nn4j.core.conformal.ConformalMethod;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.Report;
import dev.nn4j.report.decision.CalibrationReport;
import dev.nn4j.report.decision.ConformalReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a model's probabilities as sure as they may be. */
@Command(
        name = "calibrate",
        description = {
            "Makes a model's probabilities as sure as rows say they may be: multiplies its logits, and may add to them."
                    + " With --conformal, and for numbers, it notes how far answers were from the truth instead, by"
                    + " which nn predict gives intervals and sets. The rows should not be those that the model learnt"
                    + " from."
        },
        sortOptions = false,
        footer = {"", "Example:", "  nn calibrate bc.nn --data validation.csv --out calibrated.nn"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class CalibrateCommand implements Callable<Integer> {
    private final Console console;
    private final NnCommand root;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV, JSON lines or jdbc:… with the model's features and target; - is stdin.")
    private List<String> data;

    @Mixin
    private ChoosingRows chosen = new ChoosingRows();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = CalibrationKindConverter.class,
            description = "temperature multiplies the logits, affine, for binary models, adds to them as well (default:"
                    + " affine where it can be).")
    private Optional<Calibration.Kind> kind;

    @Option(
            names = "--conformal",
            paramLabel = "METHOD",
            converter = ConformalChoice.Converter.class,
            description =
                    "Note how far answers were from the truth: absolute or spread (of ensembles) for numbers, quantiles"
                            + " or deviation where the model predicts these, lac or aps for labels; auto is what suits"
                            + " the model. Probabilities stay as they are.")
    private Optional<ConformalChoice> conformal;

    public CalibrateCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        ChoosingRows.Files files = chosen.files(data);
        ComponentRegistry registry = root.registry(console);
        Model trained = ModelFile.read(files.model(), registry);
        HeldOutRows.Questions questions =
                new HeldOutRows(console, root.execution().threads()).questions(trained, files.rows(), chosen.weight());
        if (conformal.isPresent() || (kind.isEmpty() && trained.task() == Task.REGRESSION)) {
            Model scored = scored(trained, questions);
            if (files.target().isPresent()) {
                ModelFile.write(scored, files.target().get(), registry);
            }
            print(new ConformalReport(
                    scored.conformal().orElseThrow(),
                    scored.schema(),
                    files.target().map(Path::toString)));
            return 0;
        }
        Calibration calibration = calibration(trained, questions);
        if (!trained.decision().isUsual() && calibration.isApplied()) {
            console.warn("the thresholds of " + chosen.model()
                    + " were chosen for other probabilities; one half decides now");
        }
        if (files.target().isPresent()) {
            Model calibrated = calibration.model("rows of " + files.rows().nameInModels());
            ModelFile.write(
                    renewed(trained, calibrated, questions), files.target().get(), registry);
        }
        print(new CalibrationReport(calibration, files.target().map(Path::toString)));
        return 0;
    }

    private void print(Report report) throws IOException {
        console.print(chosen.json() ? report.json() + "\n" : report.text());
    }

    private Model scored(Model trained, HeldOutRows.Questions questions) {
        if (kind.isPresent()) {
            throw Failure.usage(
                    "--kind: is how probabilities are calibrated, which --conformal leaves as they are; give"
                            + " one of the two, and calibrate before");
        }
        try {
            ConformalMethod method =
                    conformal.isPresent() ? conformal.get().of(trained.schema()) : ConformalFit.usual(trained.schema());
            return trained.withConformal(Optional.of(new ConformalFit(method).of(trained, questions)));
        } catch (IllegalArgumentException e) {
            throw Failure.model(chosen.model() + ": " + e.getMessage());
        }
    }

    /** Scores of other probabilities are none: those of a model that had some are taken from these rows. */
    private static Model renewed(Model trained, Model calibrated, HeldOutRows.Questions questions) {
        return trained.conformal()
                .map(old ->
                        calibrated.withConformal(Optional.of(new ConformalFit(old.method()).of(calibrated, questions))))
                .orElse(calibrated);
    }

    private Calibration calibration(Model trained, HeldOutRows.Questions questions) {
        try {
            return Calibration.of(trained, kind.isPresent() ? kind.get() : Calibration.usual(trained), questions);
        } catch (IllegalArgumentException e) {
            throw Failure.model(chosen.model() + ": " + e.getMessage());
        }
    }
}
