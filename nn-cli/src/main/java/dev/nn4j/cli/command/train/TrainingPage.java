// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.files.Target;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.DataRoles;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.fitting.DataLint;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.Assessment;
import dev.nn4j.report.Course;
import dev.nn4j.report.Findings;
import dev.nn4j.report.HtmlReport;
import dev.nn4j.report.ModelReport;
import dev.nn4j.report.NormRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The HTML report of a training: watches it, then writes. */
final class TrainingPage {
    private final Console console;
    private final Target target;
    private Optional<NormRecorder> norms = Optional.empty();

    TrainingPage(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    /** What is to watch the training; all but the norms goes on to the next. */
    TrainingListener watching(TrainingListener next) {
        NormRecorder recorder = new NormRecorder(next);
        norms = Optional.of(recorder);
        return recorder;
    }

    /**
     * Writes the report.
     *
     * @param model with its provenance
     * @param file where the model was written, if it was
     * @param data what it learnt from, as messages name it
     */
    void write(
            FinishedTraining finished,
            double seconds,
            Model model,
            Optional<Path> file,
            String data,
            ComponentRegistry registry)
            throws IOException {
        TrainingResult outcome = finished.outcome();
        Course course = new Course(
                outcome,
                norms.map(NormRecorder::epochs).orElse(List.of()),
                seconds,
                DataLint.of(outcome.model().schema(), outcome.training()),
                finished.hints());
        List<Assessment> assessments = new ArrayList<>();
        outcome.outOfFold().ifPresent(answers -> assessments.add(new Assessment("out-of-fold", answers)));
        Model validated = outcome.validatedModel();
        DataRoles roles = finished.experiment().data();
        outcome.validation()
                .ifPresent(rows -> assessments.add(new Assessment(
                        "validation",
                        Evaluator.of(validated).weighingAs(roles, rows).answers(rows),
                        Optional.of(rows).filter(Table::isInMemory).map(Evaluator.of(validated)::usable))));
        Table training = outcome.training();
        assessments.add(new Assessment(
                "training", Evaluator.of(validated).weighingAs(roles, training).answers(training)));
        ModelReport described =
                new ModelReport(file.map(Path::toString).orElse("not saved"), described(model, file, registry), false);
        Findings findings = new Findings(
                described,
                Optional.of(course),
                assessments,
                data,
                model.provenance().createdUtc());
        target.write(console, new HtmlReport(findings)::write);
    }

    /** A model that is not kept is written all the same, for a moment: only a file has a digest. */
    static ModelDescription described(Model model, Optional<Path> file, ComponentRegistry registry) throws IOException {
        if (file.isPresent()) {
            return ModelFile.describe(file.get());
        }
        Path passing = Files.createTempFile("nn-report", ".nn");
        try {
            ModelFile.write(model, passing, registry);
            return ModelFile.describe(passing);
        } finally {
            Files.delete(passing);
        }
    }
}
