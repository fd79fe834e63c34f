// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.bundle;

import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.fitting.DataLint;
import dev.nn4j.core.metrics.Answers;
import dev.nn4j.core.metrics.Evaluator;
import dev.nn4j.core.table.Table;
import dev.nn4j.core.training.TrainingResult;
import dev.nn4j.io.ByteSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.report.Assessment;
import dev.nn4j.report.Course;
import dev.nn4j.report.Findings;
import dev.nn4j.report.Hints;
import dev.nn4j.report.HtmlReport;
import dev.nn4j.report.ModelReport;
import dev.nn4j.spark.internal.StageFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report to open in a browser.
 *
 * @param data the name of the data
 * @param model where the model is
 */
record Page(String data, String model) {
    void write(
            StageFiles files,
            String place,
            Model trained,
            Experiment experiment,
            TrainingResult outcome,
            double seconds)
            throws IOException {
        Optional<Assessment> validation =
                outcome.validation().map(rows -> assessment("validation", experiment, outcome, rows));
        Assessment training = assessment("training", experiment, outcome, outcome.training());
        List<String> hints = Hints.of(
                experiment,
                outcome,
                training.answers().evaluation(),
                validation.map(one -> one.answers().evaluation()));
        List<Assessment> assessments = new ArrayList<>();
        outcome.outOfFold().ifPresent(answers -> assessments.add(new Assessment("out-of-fold", answers)));
        assessments.addAll(validation.stream().toList());
        assessments.add(training);
        Course course =
                new Course(outcome, List.of(), seconds, DataLint.of(trained.schema(), outcome.training()), hints);
        write(files, place, trained, Optional.of(course), assessments);
    }

    private static Assessment assessment(String name, Experiment experiment, TrainingResult outcome, Table rows) {
        Evaluator evaluator = Evaluator.of(outcome.validatedModel());
        return new Assessment(
                name,
                evaluator.weighingAs(experiment.data(), rows).answers(rows),
                name.equals("training") ? Optional.empty() : Optional.of(evaluator.usable(rows)));
    }

    /** Of a model that is measured. */
    void write(StageFiles files, String place, Model measured, Answers answers, Table rows) throws IOException {
        Assessment assessment = new Assessment("evaluation", answers, Optional.of(rows));
        write(files, place, measured, Optional.empty(), List.of(assessment));
    }

    private void write(
            StageFiles files, String place, Model about, Optional<Course> course, List<Assessment> assessments)
            throws IOException {
        ModelReport report = new ModelReport(model, ModelFile.describe(ByteSource.of(ModelFile.toBytes(about))), false);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        new HtmlReport(new Findings(report, course, assessments, data, now)).write(page);
        files.write(place, page.toByteArray());
    }
}
