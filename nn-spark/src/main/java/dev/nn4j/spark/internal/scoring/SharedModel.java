// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spark.internal.scoring;

import dev.nn4j.core.Model;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A model on its way to executors: the bytes of its file, which each of them reads once. */
public final class SharedModel implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;
    private transient volatile @Nullable Model model;

    private SharedModel(byte[] bytes) {
        this.bytes = bytes;
    }

    /** That model, which this process need not read again. */
    public static SharedModel of(Model model) {
        SharedModel shared = new SharedModel(ModelFile.toBytes(model));
        shared.model = model;
        return shared;
    }

    /** The bytes of its file; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The model. */
    public Model model() {
        Model known = model;
        return known != null ? known : read();
    }

    private synchronized Model read() {
        Model known = model;
        if (known == null) {
            try {
                known = ModelFile.read(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            model = known;
        }
        return known;
    }
}
