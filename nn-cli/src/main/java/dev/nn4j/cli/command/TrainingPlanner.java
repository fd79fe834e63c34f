// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.config.Configuration;
import dev.nn4j.cli.config.Setting;
import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.Source;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Checkpoint;
import dev.nn4j.core.training.Experiment;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.CheckpointFile;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts together what is to be trained: from a configuration, and from the model or checkpoint that it starts from. */
final class TrainingPlanner {
    private final Console console;
    private final ComponentRegistry registry;
    private final Inputs inputs;

    /** What is read. */
    record Inputs(
            Optional<Source> configuration,
            Source data,
            Optional<Path> cache,
            Optional<Source> validation,
            Optional<Path> initial,
            Optional<Path> resumed,
            boolean changedData) {
        /** Where the configuration stands, as messages name it. */
        String configurationName() {
            return configuration
                    .map(Source::name)
                    .orElseGet(() -> resumed.map(Path::toString).orElse(""));
        }
    }

    TrainingPlanner(Console console, ComponentRegistry registry, Inputs inputs) {
        this.console = console;
        this.registry = registry;
        this.inputs = inputs;
    }

    /** Reads all but the data. */
    TrainingPlan plan(List<String> targets, List<Setting> settings) throws IOException {
        if (inputs.resumed().isPresent()) {
            Checkpoint checkpoint = CheckpointFile.read(inputs.resumed().get(), registry);
            return inputs.configuration().isPresent()
                    ? described(checkpoint, configuration(targets, settings))
                    : undescribed(checkpoint, targets, settings);
        }
        Optional<Model> initial = inputs.initial().isEmpty()
                ? Optional.empty()
                : Optional.of(ModelFile.read(inputs.initial().get(), registry));
        Configuration configuration = configuration(targets, settings);
        Experiment experiment = experiment(configuration, initial);
        Training training = Training.of(experiment);
        return new TrainingPlan(
                experiment, initial.map(training::withInitial).orElse(training), configuration.canonical());
    }

    /** With {@code --config}: it must be the checkpoint's. */
    private TrainingPlan described(Checkpoint checkpoint, Configuration configuration) {
        boolean startedFromModel = checkpoint.experiment().layers().isEmpty();
        Experiment experiment =
                experiment(configuration, startedFromModel ? Optional.of(checkpoint.model()) : Optional.empty());
        return resumed(checkpoint.goingOnAs(experiment), configuration.canonical());
    }

    /** Without: the checkpoint's own. */
    private TrainingPlan undescribed(Checkpoint checkpoint, List<String> targets, List<Setting> settings) {
        if (!targets.isEmpty() || !settings.stream().allMatch(Setting::isOfEpochs)) {
            throw Failure.usage("a resumed training keeps its settings: without --config, --set can change"
                    + " training.epochs only, and --target nothing");
        }
        Configuration changes = Configuration.empty().with(settings);
        int epochs = changes.epochs(checkpoint.experiment().options().epochs());
        String text = checkpoint.model().provenance().configuration();
        return resumed(checkpoint.withEpochs(epochs), Configuration.changedText(text, settings));
    }

    private TrainingPlan resumed(Checkpoint checkpoint, String text) {
        Training training = Training.resume(checkpoint);
        return new TrainingPlan(
                checkpoint.experiment(), inputs.changedData() ? training.withChangedData() : training, text);
    }

    private Configuration configuration(List<String> targets, List<Setting> settings) throws IOException {
        return source().read(targets, settings);
    }

    private Experiment experiment(Configuration configuration, Optional<Model> initial) {
        return source().experiment(configuration, initial);
    }

    private ConfigurationSource source() {
        return new ConfigurationSource(console, inputs.configuration().orElseThrow(), registry);
    }
}
