// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.core.profile.OutsideCheck;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ByteSource;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.ModelVerification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of an application, which may be exchanged for a newer one of the same place while it is in use. A file is served only
 * if it reproduces its golden rows here, bit for bit; one that does not, or cannot be read, leaves the old one in place. Safe for
 * all threads.
 *
 * @since 0.1.0
 */
public final class ServedModel {
    private final String name;
    private final ModelLocation location;
    private final ComponentRegistry registry = ComponentRegistry.standard();
    private final PredictionMeter meter;
    private volatile Serving serving;
    private volatile Optional<String> fault = Optional.empty();

    /** What is served, replaced whole. */
    private record Serving(Model model, String sha256, Instant loaded, long stamp) {}

    ServedModel(String name, ModelLocation location, PredictionMeter meter) throws IOException {
        this.name = name;
        this.location = location;
        this.meter = meter;
        this.serving = load(location.stamp());
    }

    /** What the configuration calls it. */
    public String name() {
        return name;
    }

    /** The model as it is now; who keeps it keeps that one. */
    public Model model() {
        return serving.model();
    }

    /** SHA-256 of the file that is served, in hexadecimal digits. */
    public String sha256() {
        return serving.sha256();
    }

    /** When that file was read. */
    public Instant loaded() {
        return serving.loaded();
    }

    /** Why the newest file is not served; empty if it is. */
    public Optional<String> fault() {
        return fault;
    }

    /**
     * Predicts one row, and has it counted.
     *
     * @param row a value for each feature by its name
     * @throws dev.nn4j.api.DataException if a value cannot be read
     */
    public Prediction predict(Map<String, ?> row) {
        Model model = serving.model();
        long start = System.nanoTime();
        Prediction prediction = model.predict(row);
        meter.predicted(name, System.nanoTime() - start);
        model.profile()
                .ifPresent(profile -> meter.outside(
                        name,
                        new OutsideCheck(model.schema(), profile)
                                .outside(row).stream()
                                        .map(feature -> model.schema()
                                                .features()
                                                .get(model.schema()
                                                        .featureNames()
                                                        .indexOf(feature)))
                                        .toList()));
        return prediction;
    }

    /**
     * Looks whether there is a newer file, and serves it if it is good.
     *
     * @return whether another model is served now
     */
    public synchronized boolean reload() {
        long stamp = location.stamp();
        if (stamp == serving.stamp() && fault.isEmpty()) {
            return false;
        }
        try {
            Serving fresh = load(stamp);
            requireAlike(fresh.model());
            boolean other = !fresh.sha256().equals(serving.sha256());
            serving = fresh;
            fault = Optional.empty();
            return other;
        } catch (IOException | RuntimeException e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** What callers rely on stays: the columns that they send and the labels that they get. */
    private void requireAlike(Model fresh) throws IOException {
        Model old = serving.model();
        if (!fresh.schema().featureNames().equals(old.schema().featureNames())
                || !fresh.schema().labels().equals(old.schema().labels())) {
            throw new IOException(
                    location + ": has other features or labels than the model that is served; restart to serve it");
        }
    }

    private Serving load(long stamp) throws IOException {
        byte[] bytes = location.bytes();
        ModelVerification verification = ModelFile.verify(source(bytes), registry);
        if (!verification.passed()) {
            throw new IOException(location + ": " + String.join("; ", List.copyOf(verification.differences())));
        }
        return new Serving(ModelFile.read(source(bytes), registry), verification.sha256(), Instant.now(), stamp);
    }

    private ByteSource source(byte[] bytes) {
        return ByteSource.of(bytes);
    }
}
