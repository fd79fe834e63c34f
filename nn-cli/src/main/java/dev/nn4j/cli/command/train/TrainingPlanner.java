// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command.train;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.config.Configuration;
import dev.nn4j.config.Setting;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts together what is to be trained: from a configuration, and from the model or checkpoint that it starts from. */
final class TrainingPlanner {
    private static final String EPOCHS = "training.epochs";

    private final Console console;
    private final ComponentRegistry registry;
    private final Inputs inputs;

    /** What is read. */
    record Inputs(
            Optional<ConfigurationSource> configuration,
            Source data,
            Optional<Path> cache,
            Optional<Source> validation,
            Optional<Path> initial,
            Optional<Path> resumed,
            boolean changedData) {
        /** Where the configuration stands, as messages name it. */
        String configurationName() {
            return configuration
                    .map(ConfigurationSource::name)
                    .orElseGet(() -> resumed.map(Path::toString).orElse(""));
        }
    }

    TrainingPlanner(Console console, ComponentRegistry registry, Inputs inputs) {
        this.console = console;
        this.registry = registry;
        this.inputs = inputs;
    }

    /** Reads all but the data. */
    TrainingPlan plan(Changes changes) throws IOException {
        if (inputs.resumed().isPresent()) {
            List<Checkpoint> checkpoints = new MemberFiles(inputs.resumed().get()).read(registry);
            return inputs.configuration().isPresent()
                    ? described(checkpoints, source().reading().from(console), changes)
                    : undescribed(checkpoints, changes);
        }
        Optional<Model> initial = inputs.initial().isEmpty()
                ? Optional.empty()
                : Optional.of(ModelFile.read(inputs.initial().get(), registry));
        Configuration file = source().reading().from(console);
        Experiment experiment = source().experiment(file, changes, registry, initial);
        Training training = Training.of(experiment);
        return new TrainingPlan(
                experiment,
                initial.map(training::withInitial).orElse(training),
                changes.in(file).canonical());
    }

    /** With {@code --config}: it must be the checkpoint's. */
    private TrainingPlan described(List<Checkpoint> checkpoints, Configuration file, Changes changes) {
        Checkpoint checkpoint = checkpoints.get(0);
        boolean startedFromModel = checkpoint.experiment().layers().isEmpty();
        Experiment experiment = source().experiment(
                        file, changes, registry, startedFromModel ? Optional.of(checkpoint.model()) : Optional.empty());
        return resumed(
                checkpoints.stream().map(one -> one.goingOnAs(experiment)).toList(),
                changes.in(file).canonical());
    }

    /** Without: the checkpoint's own. */
    private TrainingPlan undescribed(List<Checkpoint> checkpoints, Changes changes) {
        Checkpoint checkpoint = checkpoints.get(0);
        List<Setting> settings = changes.settings();
        if (!changes.targets().isEmpty()
                || !settings.stream().map(Setting::path).allMatch(EPOCHS::equals)) {
            throw Failure.usage("a resumed training keeps its settings: without --config, --set can change"
                    + " training.epochs only, and --target nothing");
        }
        int epochs = changes.in(Configuration.empty())
                .epochs()
                .orElse(checkpoint.experiment().options().epochs());
        String text = checkpoint.model().provenance().configuration();
        return resumed(checkpoints.stream().map(one -> one.withEpochs(epochs)).toList(), changedText(text, settings));
    }

    private TrainingPlan resumed(List<Checkpoint> checkpoints, String text) {
        Training training = ofOneTraining(checkpoints);
        return new TrainingPlan(
                checkpoints.get(0).experiment(), inputs.changedData() ? training.withChangedData() : training, text);
    }

    private Training ofOneTraining(List<Checkpoint> checkpoints) {
        try {
            return Training.resume(checkpoints);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--resume: " + inputs.resumed().orElseThrow() + ".*: " + e.getMessage());
        }
    }

    /** The text of a model's configuration with some values set; as it is, where it is none that can be read. */
    private static String changedText(String text, List<Setting> settings) {
        if (text.isEmpty() || settings.isEmpty()) {
            return text;
        }
        try {
            return Configuration.parse(text).with(settings).canonical();
        } catch (ConfigurationException e) {
            return text;
        }
    }

    private ConfigurationSource source() {
        return inputs.configuration().orElseThrow();
    }
}
