// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.mlflow;

import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.onnx.OnnxFile;
import dev.nn4j.onnx.internal.reading.graph.OnnxBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model as an MLflow model: a folder with the ONNX file, and beside it what MLflow needs to load, check and serve it, as
 * its flavours {@code onnx} and {@code python_function}. Layout: "MLflow Models, Storage Format" in MLflow's documentation.
 *
 * @since 0.1.0
 */
public final class MlflowFolder {
    /** The file by which MLflow knows a model; it is written last, so that a folder that has it is whole. */
    static final String DESCRIPTION = "MLmodel";

    private MlflowFolder() {}

    /**
     * Writes a model into a folder, which is made if it is not there.
     *
     * @param folder an empty one, or none
     * @param opset version of ONNX's operator set, {@link OnnxFile#OLDEST_OPSET} to {@link OnnxFile#NEWEST_OPSET}
     * @param registry as for {@link ModelFile#write(Model, Path, ComponentRegistry)}
     * @throws FileAlreadyExistsException if there is something in the folder, or a file of that name
     * @throws IOException if the folder cannot be written, or the ONNX file would be larger than ONNX allows
     * @throws dev.nn4j.api.ComponentException if a component or feature of the model has no form in ONNX, naming it
     * @throws IllegalArgumentException if the operator set is another
     */
    public static void write(Model model, Path folder, int opset, ComponentRegistry registry) throws IOException {
        requireEmpty(folder);
        ByteArrayOutputStream onnx = new ByteArrayOutputStream();
        OnnxFile.write(model, onnx, opset, registry);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(MlmodelText.ONNX_FILE, onnx.toByteArray());
        InputExample example = new InputExample(model);
        if (example.isThere()) {
            files.put(MlmodelText.EXAMPLE_FILE, utf8(example.dataFrame()));
            files.put(MlmodelText.SERVING_FILE, utf8("{\"dataframe_split\": " + example.dataFrame() + "}\n"));
        }
        files.put(MlmodelText.REQUIREMENTS_FILE, utf8(MlmodelText.requirements()));
        files.put(MlmodelText.CONDA_FILE, utf8(MlmodelText.conda()));
        files.put(MlmodelText.PYTHON_FILE, utf8(MlmodelText.python()));
        long bytes = files.values().stream().mapToLong(file -> file.length).sum();
        Signature signature = new Signature(
                model.schema(), OnnxBytes.read(onnx.toByteArray()).model().getGraph());
        files.put(DESCRIPTION, utf8(new MlmodelText(model, signature, example.isThere(), bytes).yaml()));
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /**
     * Refuses a folder in which there is something.
     *
     * @throws FileAlreadyExistsException if there is, or if it is a file
     */
    public static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "is a file, and an MLflow model is a folder; name another");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw refused(folder, "is not empty; name another folder, or empty it");
            }
        }
    }

    private static FileAlreadyExistsException refused(Path folder, String reason) {
        return new FileAlreadyExistsException(folder.toString(), null, reason);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
