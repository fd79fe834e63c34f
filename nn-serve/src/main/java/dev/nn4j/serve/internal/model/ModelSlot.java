// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.model;

import dev.nn4j.api.Nn4jException;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.io.ByteSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.ModelVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of one model, which is exchanged when its file changes. Answers that began with the old one end with it. */
public final class ModelSlot {
    private static final Logger LOG = LoggerFactory.getLogger(ModelSlot.class);

    private final ModelName name;
    private final Path file;
    private final ComponentRegistry registry;
    private final Execution execution;
    private volatile ServedModel current;
    private volatile Optional<String> failure = Optional.empty();
    private volatile long reloads;
    private volatile long failures;
    private Optional<FileStamp> seen;

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws Nn4jException if it holds no model that this program can serve
     */
    public ModelSlot(ModelName name, Path file, ComponentRegistry registry, Execution execution) throws IOException {
        this.name = name;
        this.file = file;
        this.registry = registry;
        this.execution = execution;
        this.seen = FileStamp.of(file);
        this.current = read();
    }

    /** Its name and version. */
    public ModelName name() {
        return name;
    }

    /** Where it is read from. */
    public Path file() {
        return file;
    }

    /** The model that answers now. */
    public ServedModel current() {
        return current;
    }

    /** Why the file as it is now is not what answers; nothing if it is. */
    public Optional<String> failure() {
        return failure;
    }

    /** How often a changed file took the place of the old one. */
    public long reloads() {
        return reloads;
    }

    /** How often a changed file could not be taken. */
    public long failures() {
        return failures;
    }

    /** Looks whether the file has changed, and takes it if it can be taken. */
    public synchronized void refresh() {
        Optional<FileStamp> now = FileStamp.of(file);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        reload();
    }

    /** Reads the file again, changed or not; says whether it could be taken. */
    public synchronized boolean reload() {
        try {
            ServedModel next = read();
            requireSame(next.schema(), current.schema());
            current = next;
            failure = Optional.empty();
            reloads++;
            LOG.info("model {}: serving {} of {}", name, next.description().sha256(), file);
            return true;
        } catch (IOException | Nn4jException | IllegalArgumentException e) {
            failures++;
            failure = Optional.of(String.valueOf(e.getMessage()));
            LOG.warn("model {}: {}; the old one goes on answering", name, e.getMessage());
            return false;
        }
    }

    /** The bytes are read once, so that what is verified is what is served. */
    private ServedModel read() throws IOException {
        ByteSource bytes = ByteSource.of(ByteSource.of(file).readAll()).named(file.toString());
        ModelVerification verified = ModelFile.verify(bytes, registry);
        if (!verified.passed()) {
            throw new IllegalArgumentException(file + ": its golden rows do not come out as it says; see 'nn verify'");
        }
        return new ServedModel(
                name, ModelFile.read(bytes, registry), ModelFile.describe(bytes), execution, Instant.now());
    }

    /**
     * Passes if it takes and gives what another does.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void requireAnswersLike(ModelSlot other) {
        requireSame(current.schema(), other.current().schema());
    }

    /** What clients send and get must stay. */
    private void requireSame(Schema next, Schema old) {
        boolean same = next.featureNames().equals(old.featureNames())
                && next.task() == old.task()
                && next.labels().equals(old.labels())
                && next.targets().equals(old.targets());
        if (!same) {
            throw new IllegalArgumentException(file + ": has other features, targets or labels than the model that is"
                    + " served; give it another version, or start the server again");
        }
    }
}
