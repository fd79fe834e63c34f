// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.AtomicFile;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.model.ModelWriter;
import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.reading.OnnxBytes;
import dev.nn4j.onnx.internal.reading.OnnxToModel;
import dev.nn4j.onnx.internal.writing.ModelToOnnx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes models for other run-times as ONNX, and reads dense networks from it; docs/onnx.md says what there is in a file
 * and what can be read. Messages of all exceptions begin with the file's name.
 */
public final class OnnxFile {
    /** The oldest operator set that is written. */
    public static final int OLDEST_OPSET = OperatorSet.OLDEST;

    /** The newest operator set that is written. */
    public static final int NEWEST_OPSET = OperatorSet.NEWEST;

    /** The operator set that is written unless another is asked for. */
    public static final int DEFAULT_OPSET = OperatorSet.DEFAULT;

    private OnnxFile() {}

    /**
     * Writes a model with the operator set {@value #DEFAULT_OPSET}.
     *
     * @see #write(Model, Path, int)
     */
    public static void write(Model model, Path file) throws IOException {
        write(model, file, DEFAULT_OPSET);
    }

    /**
     * Writes a model, preprocessing and labels included; an old file is replaced by the complete new one or stays.
     *
     * @param opset version of ONNX's operator set, {@value #OLDEST_OPSET} to {@value #NEWEST_OPSET}
     * @throws IOException if the file cannot be written, or would be larger than ONNX allows
     * @throws ComponentException if a component or feature of the model has no form in ONNX, naming it
     * @throws IllegalArgumentException if the operator set is another
     */
    public static void write(Model model, Path file, int opset) throws IOException {
        write(model, file, opset, ComponentRegistry.builder().build());
    }

    /**
     * Writes a model whose components may come from plugins.
     *
     * @param registry as for {@link ModelFile#write(Model, Path, ComponentRegistry)}; the digest of the model's file,
     *     which is noted in the ONNX file, depends on it
     * @see #write(Model, Path, int)
     */
    public static void write(Model model, Path file, int opset, ComponentRegistry registry) throws IOException {
        OperatorSet.require(opset);
        ModelWriter stored = ModelWriter.of(model, registry);
        if (stored.bytes() > OnnxBytes.MOST_BYTES) {
            throw FileFaults.of(
                    file,
                    "would have more than " + OnnxBytes.MOST_BYTES + " bytes, the most that an ONNX file may have;"
                            + " narrow the network");
        }
        ModelProto content = ModelToOnnx.encode(model, opset, stored.sha256(), ModelWriter.producerVersion());
        AtomicFile.write(file, out -> ModelToOnnx.write(content, out));
    }

    /**
     * Reads a dense network with the standard components, ending in the first output of floats.
     *
     * @see #read(Path, ComponentRegistry, Optional)
     */
    public static OnnxImport read(Path file) throws IOException {
        return read(file, ComponentRegistry.standard(), Optional.empty());
    }

    /**
     * Reads a dense network. External data is never opened.
     *
     * @param registry holds the activations that are looked for
     * @param output name of the value to end with; empty for the first output of floats
     * @throws IOException if the file cannot be read, or is no regular file
     * @throws ModelFormatException if it is not ONNX, damaged, or no chain of dense layers; the message names what is in
     *     the way
     */
    public static OnnxImport read(Path file, ComponentRegistry registry, Optional<String> output) throws IOException {
        return readAs(file, content -> {
            OnnxToModel.Result result = OnnxToModel.convert(content.model(), registry, output);
            return new OnnxImport(result.model(), result.notes());
        });
    }

    /**
     * Tells what is in an ONNX file, whether or not it could be read as a network.
     *
     * @throws IOException if the file cannot be read, or is no regular file
     * @throws ModelFormatException if it is not ONNX or damaged
     */
    public static OnnxDescription describe(Path file) throws IOException {
        return readAs(file, content -> OnnxDescriptions.of(content.model(), content.bytes()));
    }

    private static <T> T readAs(Path file, Function<OnnxBytes.Content, T> use) throws IOException {
        try {
            return use.apply(OnnxBytes.read(file));
        } catch (ModelFormatException e) {
            ModelFormatException named = new ModelFormatException(e.reason(), file + ": " + e.getMessage());
            named.addSuppressed(e);
            throw named;
        }
    }
}
