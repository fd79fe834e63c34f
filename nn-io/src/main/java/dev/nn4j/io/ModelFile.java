// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ModelFormatException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.internal.file.FileFaults;
import dev.nn4j.io.internal.model.GoldenCheck;
import dev.nn4j.io.internal.model.ModelAssembler;
import dev.nn4j.io.internal.model.ModelReader;
import dev.nn4j.io.internal.model.ModelWriter;
import dev.nn4j.io.internal.model.StoredFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads and writes models, usually named {@code *.nn}. The format is specified in docs/model-format.md; its schema is
 * {@code META-INF/nn4j/nn-model.proto} in this jar. A checkpoint is read as the model in it. Messages of all exceptions begin with the file's name.
 *
 * <p>A file is data only: reading one runs no code that it names, takes no more memory than a few times its size, and
 * refuses what is damaged. It does not tell who wrote the file.
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

    static void write(ModelWriter writer, Path file) throws IOException {
        write(writer, file, ModelWriter.MOST_BYTES);
    }

    /** Nothing is opened for what is too large, so that it replaces nothing. */
    static void write(ModelWriter writer, Path file, long mostBytes) throws IOException {
        if (writer.bytes() > mostBytes) {
            throw FileFaults.of(
                    file,
                    "would have " + writer.bytes() + " bytes; a model file has at most " + mostBytes
                            + ": narrow the network");
        }
        AtomicFile.write(file, writer::writeTo);
    }

    /**
     * Reads a model with the standard components.
     *
     * @see #read(Path, ComponentRegistry)
     */
    public static Model read(Path file) throws IOException {
        return read(file, ComponentRegistry.standard());
    }

    /**
     * Reads a model.
     *
     * @param registry holds the components that the file may name
     * @throws IOException if the file cannot be read, or is no regular file
     * @throws ModelFormatException if it is not a model, damaged, too new or too old
     * @throws ComponentException if a component that it names is not registered
     */
    public static Model read(Path file, ComponentRegistry registry) throws IOException {
        return readAs(file, new ModelAssembler(registry)::assemble);
    }

    /**
     * Tells what is in a model file; needs none of the components it names. The file is read whole and checked, and its
     * tensors are kept in memory as long as the description is.
     *
     * @throws IOException if the file cannot be read, or is no regular file
     * @throws ModelFormatException if it is not a model, damaged, too new or too old
     */
    public static ModelDescription describe(Path file) throws IOException {
        return readAs(file, Descriptions::of);
    }

    /**
     * Checks a model file whole: structure, checksums, finite weights, and that its golden rows come out bit for bit.
     *
     * @param registry holds the components that the file may name
     * @return what was found of the golden rows; anything else that is wrong is an exception
     * @throws IOException if the file cannot be read, or is no regular file
     * @throws ModelFormatException if it is not a model, damaged, too new or too old
     * @throws ComponentException if a component that it names is not registered
     */
    public static ModelVerification verify(Path file, ComponentRegistry registry) throws IOException {
        return readAs(file, stored -> {
            GoldenCheck golden = new GoldenCheck(new ModelAssembler(registry).assemble(stored));
            return new ModelVerification(
                    stored.sha256(), stored.tensors().specs().size(), golden.rows(), golden.differences());
        });
    }

    static <T> T readAs(Path file, Function<StoredFile, T> use) throws IOException {
        try {
            return use.apply(stored(file));
        } catch (ModelFormatException e) {
            ModelFormatException named = new ModelFormatException(e.reason(), file + ": " + e.getMessage());
            named.addSuppressed(e);
            throw named;
        } catch (ComponentException e) {
            throw new ComponentException(e.reason(), e.component(), file + ": " + e.getMessage(), e);
        }
    }

    private static StoredFile stored(Path file) throws IOException {
        try {
            return ModelReader.read(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            // a device that fails while it is read does not say of which file
            throw FileFaults.of(file, e);
        }
    }
}
