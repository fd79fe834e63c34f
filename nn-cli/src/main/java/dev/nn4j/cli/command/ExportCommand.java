// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.command;

import dev.nn4j.cli.console.Console;
import dev.nn4j.cli.console.Failure;
import dev.nn4j.cli.files.FileUses;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.export.JavaSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.onnx.OnnxFile;
import dev.nn4j.onnx.mlflow.MlflowFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model for other programs; the output's ending says for which. */
@Command(
        name = "export",
        description =
                "Writes a model for other programs, preprocessing included: ONNX, an MLflow model or Java" + " source.",
        sortOptions = false,
        footer = {"", "Example:", "  nn export iris.nn --out iris.onnx"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class ExportCommand implements Callable<Integer> {
    /** How the name of a folder ends. */
    private static final String FOLDER = "/";

    private final Console console;
    private final NnCommand root;
    private final Map<String, Format> formats =
            new TreeMap<>(Map.of(".onnx", this::writeOnnx, ".java", this::writeJava, FOLDER, this::writeMlflow));

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private String model;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where it goes: FILE.onnx, FOLDER/ for an MLflow model, or CLASS.java for a class of that name"
                            + " which depends on nothing.")
    private String out;

    @Option(
            names = "--opset",
            paramLabel = "N",
            description = "ONNX and MLflow: the version of its operator set, " + OnnxFile.OLDEST_OPSET + " to "
                    + OnnxFile.NEWEST_OPSET + " (default: " + OnnxFile.DEFAULT_OPSET + ").")
    private Optional<Integer> opset;

    @Option(
            names = "--package",
            paramLabel = "P",
            description = "Java source: the package of the class (default: none).")
    private Optional<String> packageName;

    /** Writes one kind of file. */
    @FunctionalInterface
    private interface Format {
        void write(Model model, ComponentRegistry registry, Path file) throws IOException;
    }

    public ExportCommand(Console console, NnCommand root) {
        this.console = console;
        this.root = root;
    }

    @Override
    public Integer call() throws IOException {
        FileUses traffic = new FileUses();
        Path source = traffic.readsModel("MODEL", model);
        Format format = format();
        requireFor(List.of(FOLDER, ".onnx"), "--opset", opset);
        requireFor(List.of(".java"), "--package", packageName);
        Path target = target(traffic);
        opset.ifPresent(ExportCommand::requireOpset);
        traffic.check();
        ComponentRegistry registry = root.registry(console);
        Model exported = ModelFile.read(source, registry);
        if (exported.conformal().isPresent()) {
            console.tell("the conformal scores of " + model + " stay behind: " + out + " predicts, and gives neither"
                    + " intervals nor sets");
        }
        format.write(exported, registry, target);
        console.detail("wrote " + out);
        return 0;
    }

    private Format format() {
        return formats.entrySet().stream()
                .filter(format -> out.endsWith(format.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() ->
                        Failure.usage("--out: '" + out + "' must end in " + String.join(" or ", formats.keySet())));
    }

    private void requireFor(List<String> endings, String option, Optional<?> value) {
        if (value.isPresent() && endings.stream().noneMatch(out::endsWith)) {
            throw Failure.usage(
                    option + ": is for an --out that ends in " + String.join(" or ", endings) + ", got '" + out + "'");
        }
    }

    private Path target(FileUses traffic) throws IOException {
        if (!out.endsWith(FOLDER)) {
            return traffic.writesFile("--out", out);
        }
        Path folder = Path.of(out);
        MlflowFolder.requireEmpty(folder);
        return folder;
    }

    private static void requireOpset(int version) {
        if (version < OnnxFile.OLDEST_OPSET || version > OnnxFile.NEWEST_OPSET) {
            throw Failure.usage("--opset: must be in [" + OnnxFile.OLDEST_OPSET + ", " + OnnxFile.NEWEST_OPSET
                    + "], got " + version);
        }
    }

    private void writeOnnx(Model source, ComponentRegistry registry, Path target) throws IOException {
        OnnxFile.write(source, target, opset.orElse(OnnxFile.DEFAULT_OPSET), registry);
    }

    private void writeMlflow(Model source, ComponentRegistry registry, Path target) throws IOException {
        MlflowFolder.write(source, target, opset.orElse(OnnxFile.DEFAULT_OPSET), registry);
    }

    private void writeJava(Model source, ComponentRegistry registry, Path target) throws IOException {
        String inPackage = packageName.orElse("");
        try {
            JavaSource.requireNames(target, inPackage);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
        try {
            JavaSource.write(source, target, inPackage);
        } catch (IllegalArgumentException e) {
            throw Failure.model(model + ": " + e.getMessage());
        }
    }
}
