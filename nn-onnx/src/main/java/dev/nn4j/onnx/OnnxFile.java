// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.AtomicFile;
import dev.nn4j.io.ByteSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.file.WrittenBytes;
import dev.nn4j.io.internal.model.ModelWriter;
import dev.nn4j.onnx.internal.OperatorSet;
import dev.nn4j.onnx.internal.proto.ModelProto;
import dev.nn4j.onnx.internal.reading.OnnxToModel;
import dev.nn4j.onnx.internal.reading.graph.OnnxBytes;
import dev.nn4j.onnx.internal.writing.ModelToOnnx;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes models for other run-times as ONNX, and reads dense networks from it; docs/onnx.md says what there is in a file
 * and what can be read. Messages of all exceptions begin with the file's name.
 *
 * @since 0.1.0
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
        ModelProto content;
        try {
            content = content(model, opset, registry);
        } catch (IOException e) {
            throw FileFaults.of(file, e);
        }
        AtomicFile.write(file, out -> ModelToOnnx.write(content, out));
    }

    /**
     * Writes a model to a stream, which is flushed and left open.
     *
     * @throws IOException if the stream refuses it, or it would be larger than ONNX allows
     * @see #write(Model, Path, int, ComponentRegistry)
     */
    public static void write(Model model, OutputStream out, int opset, ComponentRegistry registry) throws IOException {
        OperatorSet.require(opset);
        ModelProto content = content(model, opset, registry);
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        ModelToOnnx.write(content, buffered);
        buffered.flush();
    }

    /**
     * The bytes of a model in ONNX, with the operator set {@value #DEFAULT_OPSET}.
     *
     * @throws ComponentException if a component or feature of the model has no form in ONNX, naming it
     */
    public static byte[] toBytes(Model model) {
        return WrittenBytes.of(out ->
                write(model, out, DEFAULT_OPSET, ComponentRegistry.builder().build()));
    }

    private static ModelProto content(Model model, int opset, ComponentRegistry registry) throws IOException {
        ModelWriter stored = ModelWriter.of(model, registry);
        if (stored.bytes() > OnnxBytes.MOST_BYTES) {
            throw new IOException("would have more than " + OnnxBytes.MOST_BYTES
                    + " bytes, the most that an ONNX file may have; narrow the network");
        }
        return ModelToOnnx.encode(model, opset, stored.sha256(), ModelWriter.producerVersion());
    }

    /**
     * Reads a dense network with the standard components, ending in the first output of floats.
     *
     * @see #read(ByteSource, ComponentRegistry, Optional)
     */
    public static OnnxImport read(Path file) throws IOException {
        return read(file, ComponentRegistry.standard(), Optional.empty());
    }

    /**
     * Reads a dense network from a stream, which is read to its end and left open.
     *
     * @see #read(ByteSource, ComponentRegistry, Optional)
     */
    public static OnnxImport read(InputStream in) throws IOException {
        return read(ByteSource.of(in), ComponentRegistry.standard(), Optional.empty());
    }

    /**
     * Reads a dense network from the bytes of its file, which must not change while the model is read.
     *
     * @see #read(ByteSource, ComponentRegistry, Optional)
     */
    public static OnnxImport read(byte[] bytes) throws IOException {
        return read(ByteSource.of(bytes), ComponentRegistry.standard(), Optional.empty());
    }

    /**
     * Reads a dense network.
     *
     * @see #read(ByteSource, ComponentRegistry, Optional)
     */
    public static OnnxImport read(Path file, ComponentRegistry registry, Optional<String> output) throws IOException {
        return read(ByteSource.of(file), registry, output);
    }

    /**
     * Reads a dense network, from wherever its bytes come. External data is never opened.
     *
     * @param registry holds the activations that are looked for
     * @param output name of the value to end with; empty for the first output of floats
     * @throws IOException if it cannot be read, is no regular file, or has more bytes than the source allows
     * @throws ModelFormatException if it is not ONNX, damaged, or no chain of dense layers; the message names what is in
     *     the way
     */
    public static OnnxImport read(ByteSource source, ComponentRegistry registry, Optional<String> output)
            throws IOException {
        return readAs(source, content -> {
            OnnxToModel.Result result = OnnxToModel.convert(content.model(), registry, output);
            return new OnnxImport(result.model(), result.notes());
        });
    }

    /**
     * Tells what is in an ONNX file.
     *
     * @see #describe(ByteSource)
     */
    public static OnnxDescription describe(Path file) throws IOException {
        return describe(ByteSource.of(file));
    }

    /**
     * Tells what is in an ONNX file, whether or not it could be read as a network.
     *
     * @throws IOException if it cannot be read, is no regular file, or has more bytes than the source allows
     * @throws ModelFormatException if it is not ONNX or damaged
     */
    public static OnnxDescription describe(ByteSource source) throws IOException {
        return readAs(source, content -> OnnxDescriptions.of(content.model(), content.bytes()));
    }

    private static <T> T readAs(ByteSource source, Function<OnnxBytes.Content, T> use) throws IOException {
        try {
            return use.apply(OnnxBytes.read(source.readAll()));
        } catch (ModelFormatException e) {
            ModelFormatException named = new ModelFormatException(e.reason(), source.name() + ": " + e.getMessage());
            named.addSuppressed(e);
            throw named;
        }
    }
}
