// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.internal.text.TargetText;
import dev.nn4j.core.Provenance;
import dev.nn4j.core.profile.ColumnProfile;
import dev.nn4j.core.schema.Feature;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.schema.Task;
import dev.nn4j.io.ModelDescription;
import dev.nn4j.report.internal.data.ColumnWords;
import dev.nn4j.report.internal.page.Page;
import dev.nn4j.report.internal.page.PageBlock;
import dev.nn4j.report.internal.text.ConformalText;
import dev.nn4j.report.internal.text.FeatureText;
import dev.nn4j.report.internal.text.Rounded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people should know of a model before they use it (Mitchell et al. 2019, <i>Model Cards for Model Reporting</i>): what it
 * answers, the data, the recipe, figures on rows that it has not seen, how sure it is, what its answers depend on, how it decides, where it should not be trusted, and how
 * it came to be. It says what the file holds and needs no plugin.
 *
 * @param file the model's name
 * @param model what is in it
 * @param measured what rows say of it beside, where there are some
 * @since 0.1.0
 */
public record ModelCard(String file, ModelDescription model, Optional<CardMeasurements> measured) {
    private static final int MOST_LABELS = 30;

    /** Of what the file says alone. */
    public ModelCard(String file, ModelDescription model) {
        this(file, model, Optional.empty());
    }

    /** As Markdown. */
    public String markdown() {
        return page().markdown();
    }

    /** As one HTML file that needs nothing else. */
    public String html() throws IOException {
        return page().html();
    }

    private Page page() {
        List<PageBlock> blocks = new ArrayList<>();
        answers(blocks);
        figures(blocks);
        certainty(blocks);
        importance(blocks);
        decision(blocks);
        data(blocks);
        recipe(blocks);
        limits(blocks);
        provenance(blocks);
        return new Page("Model card: " + file, blocks);
    }

    private void answers(List<PageBlock> blocks) {
        Schema schema = model.schema();
        blocks.add(new PageBlock.Heading("What it answers"));
        blocks.add(new PageBlock.Paragraph(sentence(schema)));
        if (schema.task().hasLabels()) {
            blocks.add(new PageBlock.Paragraph("Labels: "
                    + schema.labels().stream()
                            .limit(MOST_LABELS)
                            .map(TargetText::named)
                            .collect(Collectors.joining(", "))
                    + (schema.labels().size() > MOST_LABELS
                            ? " and " + (schema.labels().size() - MOST_LABELS) + " more"
                            : "")
                    + (schema.task() == Task.BINARY
                            ? "; the probability is that of "
                                    + TargetText.named(schema.labels().get(schema.positiveClass()))
                            : "")
                    + "."));
        }
    }

    private String sentence(Schema schema) {
        String targets = schema.targets().stream().map(TargetText::named).collect(Collectors.joining(", "));
        String what = switch (schema.task()) {
            case REGRESSION -> "a number for " + targets;
            case BINARY -> "which of two labels " + targets + " has, with a probability";
            case MULTICLASS -> "which of " + schema.labels().size() + " labels " + targets + " has, with probabilities";
            case MULTILABEL -> "whether each of " + targets + " holds, with probabilities";
        };
        int members = model.members().size();
        return "Given a row of " + schema.features().size() + (schema.features().size() == 1 ? " column" : " columns")
                + ", it tells " + what + ". It is a neural network of "
                + String.format(Locale.ROOT, "%,d", model.parameterCount()) + " parameters"
                + (members > 1 ? ", the mean of " + members + " networks" : "") + ".";
    }

    private void figures(List<PageBlock> blocks) {
        blocks.add(new PageBlock.Heading("How good it is"));
        Optional<HeldOutFigures> said = HeldOutFigures.in(model.provenance());
        if (said.isEmpty() && measured.isEmpty()) {
            blocks.add(new PageBlock.Paragraph(
                    "The file says nothing of that: it holds no figures on rows that the model has not"
                            + " learnt from. 'nn evaluate' measures them."));
            return;
        }
        said.ifPresent(figures -> {
            blocks.add(new PageBlock.Paragraph(
                    "On " + figures.rows() + " " + figures.on() + ", from which it has not learnt:"));
            blocks.add(table(figures));
        });
        measured.map(CardMeasurements::figures).ifPresent(figures -> {
            blocks.add(new PageBlock.Paragraph("On " + figures.on() + ":"));
            blocks.add(table(figures));
        });
        blocks.add(new PageBlock.Paragraph(
                "The intervals say what chance in the choice of these rows amounts to, if rows are"
                        + " independent. They say nothing of data that are otherwise than these."));
    }

    private static PageBlock table(HeldOutFigures figures) {
        return PageBlock.Cells.ofTexts(
                List.of("figure", "value", "95 % interval"),
                figures.figures().stream()
                        .map(figure -> List.of(
                                CardWords.name(figure.key()),
                                Rounded.figure(figure.value()),
                                figure.interval()
                                        .map(range ->
                                                Rounded.figure(range.low()) + " to " + Rounded.figure(range.high()))
                                        .orElse("")))
                        .toList());
    }

    private void certainty(List<PageBlock> blocks) {
        blocks.add(new PageBlock.Heading("How sure it is of an answer"));
        blocks.add(new PageBlock.Paragraph(model.conformal()
                .map(scores -> "By conformal scores: " + new ConformalText(scores, model.schema()).line() + ".")
                .orElse("The file holds no conformal scores, and so states no intervals or sets. 'nn calibrate " + file
                        + " --data FILE --conformal auto' takes some from rows.")));
        measured.ifPresent(some -> blocks.addAll(new MeasuredBlocks(model.schema(), some).certainty()));
    }

    private void importance(List<PageBlock> blocks) {
        blocks.add(new PageBlock.Heading("What answers depend on"));
        if (measured.isPresent()) {
            blocks.addAll(new MeasuredBlocks(model.schema(), measured.get()).importance());
        } else {
            blocks.add(new PageBlock.Paragraph("The file alone does not say. 'nn card " + file
                    + " --data FILE' measures it on rows that the model has not learnt from."));
        }
    }

    private void decision(List<PageBlock> blocks) {
        Schema schema = model.schema();
        List<String> lines = new ArrayList<>();
        if (schema.task() == Task.BINARY || schema.task() == Task.MULTILABEL) {
            lines.addAll(CardWords.thresholds(schema));
        }
        Map<String, String> extra = model.provenance().extra();
        if (extra.containsKey(Provenance.THRESHOLDS)) {
            String how = extra.get(Provenance.THRESHOLDS);
            lines.add(
                    how.startsWith("given: ")
                            ? "Thresholds were given, not chosen by rows."
                            : "Thresholds were chosen so: " + how);
        }
        if (extra.containsKey("calibrated")) {
            lines.add("Probabilities were calibrated: " + extra.get("calibrated"));
        } else if (schema.task() != Task.REGRESSION
                && extra.values().stream().noneMatch(text -> text.contains("calibrated"))) {
            lines.add("The file says of no calibration: probabilities may be surer than they are right.");
        }
        if (!lines.isEmpty()) {
            blocks.add(new PageBlock.Heading("How it decides"));
            blocks.add(new PageBlock.Items(lines));
        }
    }

    private void data(List<PageBlock> blocks) {
        blocks.add(new PageBlock.Heading("Data"));
        TrainingFacts.in(model.provenance())
                .ifPresent(facts -> blocks.add(new PageBlock.Paragraph(String.format(
                        Locale.ROOT,
                        "Trained on %s, %,d rows (SHA-256 %s).",
                        facts.data(),
                        facts.rows(),
                        facts.sha256()))));
        List<Feature> features = model.schema().features();
        if (model.profile().isEmpty()) {
            blocks.add(PageBlock.Cells.ofTexts(
                    List.of("column", "is"),
                    features.stream()
                            .map(feature -> List.of(feature.name(), FeatureText.of(feature)))
                            .toList()));
            return;
        }
        List<ColumnProfile> columns = model.profile().get().columns();
        List<List<PageBlock.Cell>> lines = new ArrayList<>();
        for (int f = 0; f < features.size(); f++) {
            lines.add(CardWords.column(
                    features.get(f), new ColumnWords(features.get(f).kind(), columns.get(f))));
        }
        blocks.add(new PageBlock.Cells(List.of("column", "is", "missing", "values that training saw", ""), lines));
    }

    private void recipe(List<PageBlock> blocks) {
        blocks.add(new PageBlock.Heading("Recipe"));
        List<String> layers =
                model.layers().stream().map(CardWords::layer).collect(Collectors.toCollection(ArrayList::new));
        blocks.add(new PageBlock.Items(layers));
        blocks.add(new PageBlock.Paragraph("Loss: " + model.loss().name() + ". Inputs are scaled by "
                + model.inputScaling().word()
                + (model.schema().task() == Task.REGRESSION
                        ? ", targets by " + model.targetScaling().word()
                        : "")
                + "."));
        String text = model.provenance().configuration();
        if (!text.isEmpty()) {
            blocks.add(new PageBlock.Paragraph("The whole configuration:"));
            blocks.add(new PageBlock.Code(pretty(text)));
        }
    }

    private static String pretty(String text) {
        try {
            return Configuration.parse(text).pretty();
        } catch (ConfigurationException e) {
            return text;
        }
    }

    private void limits(List<PageBlock> blocks) {
        List<String> limits = new ArrayList<>();
        if (model.profile().isPresent()) {
            limits.add(
                    "It has seen nothing beyond the ranges and categories above; 'nn predict --check' counts what lies"
                            + " outside, 'nn drift' tells how far other data are from these.");
        } else {
            limits.add(
                    "The file does not hold what the training rows looked like, so nobody can tell by it which rows are"
                            + " unlike them.");
        }
        TrainingFacts.in(model.provenance())
                .filter(facts -> facts.rows() < CardWords.FEW_ROWS)
                .ifPresent(facts -> limits.add(
                        "It was trained on few rows (" + facts.rows() + "): figures of another few would be others."));
        List<String> refused = model.schema().features().stream()
                .filter(feature -> feature.missing().policy().isError())
                .map(Feature::name)
                .toList();
        if (!refused.isEmpty()) {
            limits.add("It gives no answer where a value is missing in "
                    + refused.stream().limit(MOST_LABELS).collect(Collectors.joining(", "))
                    + (refused.size() > MOST_LABELS ? " and others" : "") + ".");
        }
        limits.add("What goes together in the training data need not be cause and effect, and what was unfair there is"
                + " learnt.");
        blocks.add(new PageBlock.Heading("Limits"));
        blocks.add(new PageBlock.Items(limits));
    }

    private void provenance(List<PageBlock> blocks) {
        List<List<String>> lines = new ArrayList<>();
        Provenance provenance = model.provenance();
        CardWords.add(lines, "created", provenance.createdUtc());
        CardWords.add(lines, "written by", (model.producer() + " " + model.producerVersion()).strip());
        CardWords.add(lines, "Java", provenance.javaVersion());
        CardWords.add(lines, "system", provenance.operatingSystem());
        CardWords.add(lines, "SHA-256 of the file's body", model.sha256());
        provenance.extra().forEach((name, value) -> {
            if (!TrainingFacts.isOne(name)
                    && !name.equals(HeldOutFigures.NAME)
                    && !name.equals("calibrated")
                    && !name.equals(Provenance.THRESHOLDS)) {
                CardWords.add(lines, name, value);
            }
        });
        blocks.add(new PageBlock.Heading("Where it comes from"));
        blocks.add(PageBlock.Cells.ofTexts(List.of("", ""), lines));
        boolean again = TrainingFacts.in(provenance)
                        .filter(facts -> facts.obstacle().isEmpty())
                        .isPresent()
                && !provenance.configuration().isEmpty();
        if (again) {
            blocks.add(new PageBlock.Paragraph(
                    "'nn reproduce " + file + " --data FILE' trains it again on the same data and compares all bits."));
        }
    }
}
