// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.internal.file.Content;
import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.file.WrittenBytes;
import dev.nn4j.io.internal.model.ModelReader;
import dev.nn4j.io.internal.model.ModelWriter;
import dev.nn4j.io.internal.model.assembly.GoldenCheck;
import dev.nn4j.io.internal.model.assembly.ModelAssembler;
import dev.nn4j.io.internal.model.stored.StoredFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads and writes models, usually named {@code *.nn}. The format is specified in docs/model-format.md; its schema is
 * {@code META-INF/nn4j/nn-model.proto} in this jar. A checkpoint is read as the model in it. Messages of all exceptions
 * begin with the name of the file, or of the {@link ByteSource}.
 *
 * <p>A file is data only: reading one runs no code that it names, takes no more memory than a few times its size, and
 * refuses what is damaged. It does not tell who wrote the file.
 *
 * @since 0.1.0
 */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Writes a model; an old file is replaced by the complete new one or stays. Components are recorded with the module or
     * jar that their classes come from.
     *
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the model is one that no reader would take, such as one with a weight that is
     *     no finite number
     */
    public static void write(Model model, Path file) throws IOException {
        write(model, file, ComponentRegistry.builder().build());
    }

    /**
     * Writes a model whose components may come from plugins; the registry tells which.
     *
     * @see #write(Model, Path)
     */
    public static void write(Model model, Path file, ComponentRegistry registry) throws IOException {
        write(ModelWriter.of(model, registry), file);
    }

    /**
     * Writes a model's bytes to a stream, which is flushed and left open. What a failure leaves in the stream is no model.
     *
     * @throws IOException if the stream refuses them
     * @throws IllegalArgumentException as {@link #write(Model, Path)} throws it
     */
    public static void write(Model model, OutputStream out) throws IOException {
        write(model, out, ComponentRegistry.builder().build());
    }

    /**
     * Writes a model's bytes to a stream; its components may come from plugins, the registry tells which.
     *
     * @see #write(Model, OutputStream)
     */
    public static void write(Model model, OutputStream out, ComponentRegistry registry) throws IOException {
        write(ModelWriter.of(model, registry), out);
    }

    /**
     * A model's bytes: those of its file.
     *
     * @throws IllegalArgumentException as {@link #write(Model, Path)} throws it
     */
    public static byte[] toBytes(Model model) {
        return toBytes(model, ComponentRegistry.builder().build());
    }

    /**
     * The bytes of a model whose components may come from plugins; the registry tells which.
     *
     * @see #toBytes(Model)
     */
    public static byte[] toBytes(Model model, ComponentRegistry registry) {
        return WrittenBytes.of(out -> write(model, out, registry));
    }

    static void write(ModelWriter writer, Path file) throws IOException {
        write(writer, file, ModelWriter.MOST_BYTES);
    }

    /** Nothing is opened for what is too large, so that it replaces nothing. */
    static void write(ModelWriter writer, Path file, long mostBytes) throws IOException {
        if (writer.bytes() > mostBytes) {
            throw FileFaults.of(file, tooLarge(writer, mostBytes));
        }
        AtomicFile.write(file, writer::writeTo);
    }

    static void write(ModelWriter writer, OutputStream out) throws IOException {
        if (writer.bytes() > ModelWriter.MOST_BYTES) {
            throw new IOException("model: " + tooLarge(writer, ModelWriter.MOST_BYTES));
        }
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        writer.writeTo(buffered);
        buffered.flush();
    }

    private static String tooLarge(ModelWriter writer, long mostBytes) {
        return "would have " + writer.bytes() + " bytes; a model file has at most " + mostBytes
                + ": narrow the network";
    }

    /**
     * Reads a model with the standard components.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Model read(Path file) throws IOException {
        return read(file, ComponentRegistry.standard());
    }

    /**
     * Reads a model from a stream, with the standard components. The stream is read to its end and left open.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Model read(InputStream in) throws IOException {
        return read(ByteSource.of(in), ComponentRegistry.standard());
    }

    /**
     * Reads a model from the bytes of its file, with the standard components.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Model read(byte[] bytes) throws IOException {
        return read(ByteSource.of(bytes), ComponentRegistry.standard());
    }

    /**
     * Reads a model from a resource beside a class, with the standard components.
     *
     * @see ByteSource#resource(Class, String)
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Model readResource(Class<?> anchor, String name) throws IOException {
        return read(ByteSource.resource(anchor, name), ComponentRegistry.standard());
    }

    /**
     * Reads a model from a resource that the caller opens, such as one in the caller's own named module: {@code
     * ModelFile.readResource(Flowers.class::getResourceAsStream, "iris.nn")}.
     *
     * @see ByteSource#resource(Function, String)
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Model readResource(Function<String, InputStream> opener, String name) throws IOException {
        return read(ByteSource.resource(opener, name), ComponentRegistry.standard());
    }

    /**
     * Reads a model.
     *
     * @see #read(ByteSource, ComponentRegistry)
     */
    public static Model read(Path file, ComponentRegistry registry) throws IOException {
        return read(ByteSource.of(file), registry);
    }

    /**
     * Reads a model, from wherever its bytes come. They must be a model and nothing else: what is cut short, or has more
     * bytes behind its end, is refused.
     *
     * @param registry holds the components that the file may name
     * @throws IOException if it cannot be read, is no regular file, or has more bytes than the source allows
     * @throws ModelFormatException if it is not a model, damaged, too new or too old
     * @throws ComponentException if a component that it names is not registered
     */
    public static Model read(ByteSource source, ComponentRegistry registry) throws IOException {
        return readAs(source, new ModelAssembler(registry)::assemble);
    }

    /**
     * Tells what is in a model file.
     *
     * @see #describe(ByteSource)
     */
    public static ModelDescription describe(Path file) throws IOException {
        return describe(ByteSource.of(file));
    }

    /**
     * Tells what is in a model file; needs none of the components it names. The file is read whole and checked, and its
     * tensors are kept in memory as long as the description is.
     *
     * @throws IOException if it cannot be read, is no regular file, or has more bytes than the source allows
     * @throws ModelFormatException if it is not a model, damaged, too new or too old
     */
    public static ModelDescription describe(ByteSource source) throws IOException {
        return readAs(source, Descriptions::of);
    }

    /**
     * Checks a model file whole.
     *
     * @see #verify(ByteSource, ComponentRegistry)
     */
    public static ModelVerification verify(Path file, ComponentRegistry registry) throws IOException {
        return verify(ByteSource.of(file), registry);
    }

    /**
     * Checks a model file whole: structure, checksums, finite weights, and that its golden rows come out bit for bit.
     *
     * @param registry holds the components that the file may name
     * @return what was found of the golden rows; anything else that is wrong is an exception
     * @throws IOException if it cannot be read, is no regular file, or has more bytes than the source allows
     * @throws ModelFormatException if it is not a model, damaged, too new or too old
     * @throws ComponentException if a component that it names is not registered
     */
    public static ModelVerification verify(ByteSource source, ComponentRegistry registry) throws IOException {
        return readAs(source, stored -> {
            GoldenCheck golden = new GoldenCheck(new ModelAssembler(registry).assemble(stored));
            return new ModelVerification(
                    stored.sha256(), stored.tensors().specs().size(), golden.rows(), golden.differences());
        });
    }

    static <T> T readAs(ByteSource source, Function<StoredFile, T> use) throws IOException {
        try {
            return use.apply(stored(source));
        } catch (ModelFormatException e) {
            ModelFormatException named = new ModelFormatException(e.reason(), source.name() + ": " + e.getMessage());
            named.addSuppressed(e);
            throw named;
        } catch (ComponentException e) {
            throw new ComponentException(e.reason(), e.component(), source.name() + ": " + e.getMessage(), e);
        }
    }

    private static StoredFile stored(ByteSource source) throws IOException {
        try (Content content = source.open()) {
            return stored(source, content);
        }
    }

    private static StoredFile stored(ByteSource source, Content content) throws IOException {
        try {
            return ModelReader.read(content);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // a device that fails while it is read does not say of which file
            throw FileFaults.of(source.name(), e);
        }
    }
}
