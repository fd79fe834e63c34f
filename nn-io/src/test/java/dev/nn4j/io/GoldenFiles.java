// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.core.GoldenRows;
import dev.nn4j.core.Model;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.internal.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.nn4j.io.model.Forgery;
import dev.nn4j.io.training.Trainings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that hold the format still: a model of each kind with what it predicts, checkpoints, and the schema of version
 * 1. They are for ever; a digest of each is in golden.sha256. A test run with {@value #WRITE} adds the files of new
 * kinds, writes the present schema's descriptor set and the walk in docs/model-format.md, and touches no file that is there.
 */
final class GoldenFiles {
    static final String WRITE = "nn.golden.write";

    /** Tests run in their module's folder. */
    private static final Path FOLDER = Path.of("src/test/resources/dev/nn4j/io");

    /** A line for each file, as sha256sum writes it. */
    private static final Path DIGESTS = FOLDER.resolve("golden.sha256");

    private GoldenFiles() {}

    static Path model(String kind) {
        return FOLDER.resolve("v1-" + kind + ".nn");
    }

    /** Columns: the cells of the features, then the outputs. */
    static Path predictions(String kind) {
        return FOLDER.resolve("v1-" + kind + ".csv");
    }

    /** The schema as it is now. */
    static Path descriptorSet() {
        return FOLDER.resolve("nn-model.desc");
    }

    /** The schema as it was when version 1 was frozen. */
    static Path frozenSchema() {
        return FOLDER.resolve("v1-schema.desc");
    }

    /** All files that are for ever. */
    static SortedSet<String> frozen() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("v"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The digests that are committed, by file. */
    static SortedMap<String, String> digests() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String line : Files.readAllLines(DIGESTS)) {
            String[] words = line.split("  ");
            digests.put(words[1], words[0]);
        }
        return digests;
    }

    static String digest(String file) throws IOException {
        return HexFormat.of().formatHex(Forgery.sha256(Files.readAllBytes(FOLDER.resolve(file))));
    }

    /** Writes what is not there yet, if this run is asked to. */
    static void writeIfAsked(ComponentRegistry registry) throws IOException {
        if (!Boolean.getBoolean(WRITE)) {
            return;
        }
        for (Map.Entry<String, Model> entry : new GoldenModels(registry).all().entrySet()) {
            if (Files.notExists(model(entry.getKey()))) {
                ModelFile.write(entry.getValue(), model(entry.getKey()), registry);
                if (!entry.getValue().golden().equals(GoldenRows.none())) {
                    Files.writeString(
                            predictions(entry.getKey()), predictionsOf(entry.getValue()), StandardCharsets.UTF_8);
                }
            }
        }
        for (Map.Entry<String, Experiment> entry : Trainings.golden().entrySet()) {
            if (Files.notExists(model(entry.getKey()))) {
                Table table = Trainings.table(entry.getValue(), 1);
                CheckpointFile.write(
                        Trainings.stopped(entry.getValue(), table), model(entry.getKey()), Trainings.REGISTRY);
            }
        }
        Files.write(descriptorSet(), schema().toByteArray());
        ModelWalk.ofTheSmallest().writeInto(ModelWalk.PAGE);
        addDigests();
    }

    private static void addDigests() throws IOException {
        SortedMap<String, String> digests = digests();
        for (String file : frozen()) {
            digests.putIfAbsent(file, digest(file));
        }
        StringBuilder lines = new StringBuilder();
        digests.forEach((file, digest) -> lines.append(digest + "  " + file + "\n"));
        Files.writeString(DIGESTS, lines);
    }

    static FileDescriptorSet schema() {
        return FileDescriptorSet.newBuilder()
                .addFile(dev.nn4j.io.internal.proto.ModelFile.getDescriptor()
                        .getFile()
                        .toProto())
                .build();
    }

    /** A line for each golden row: its cells as the model predicts from them now, not as the file has them. */
    static String predictionsOf(Model model) {
        List<String> features = model.schema().featureNames();
        StringBuilder csv = new StringBuilder();
        List<String> cells = model.golden().cells();
        for (int from = 0; from < cells.size(); from += features.size()) {
            List<String> line = new ArrayList<>(cells.subList(from, from + features.size()));
            float[] values = new float[model.schema().rawWidth()];
            model.schema().bind("golden", features).read(from, line, values, 0);
            float[] outputs = new float[model.schema().detailWidth()];
            float[] spread = new float[model.schema().outputs()];
            model.predictDetails(values, 1, outputs, spread, model.newScratch());
            for (float output : outputs) {
                line.add(Float.toString(output));
            }
            csv.append(String.join(",", line)).append('\n');
        }
        return csv.toString();
    }
}
