// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx;

import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The models of nn-io's golden files: one of every kind, each with golden rows. */
final class GoldenModels {
    static final ComponentRegistry REGISTRY = ComponentRegistry.standard();

    private GoldenModels() {}

    static List<Model> all() {
        return Stream.of(
                        "smallest",
                        "binary",
                        "multi-class",
                        "multi-label",
                        "regression",
                        "normalized",
                        "mixed",
                        "written-numbers")
                .map(GoldenModels::model)
                .toList();
    }

    /** Standard scaling, a parametrised activation, dropout, the first label positive. */
    static Model binary() {
        return model("binary");
    }

    /** Names that were invented, min-max scaling, awkward labels. */
    static Model multiClass() {
        return model("multi-class");
    }

    /** Batch and layer normalisation. */
    static Model normalized() {
        return model("normalized");
    }

    /** Numbers with gaps, booleans, categories and dates. */
    static Model mixed() {
        return model("mixed");
    }

    /** Inputs that are bent or 0 whatever comes, beside zeros and ones. */
    static Model robust() {
        return model("robust-scaling");
    }

    /** Pairs of categories as one input, zeros and ones scaled. */
    static Model signed() {
        return model("signed-categories");
    }

    /** Two labels, each with a threshold of its own. */
    static Model thresholds() {
        return model("thresholds");
    }

    /** Categories that are embedded. */
    static Model categoryEmbedding() {
        return model("category-embedding");
    }

    private static Model model(String kind) {
        try (InputStream golden = GoldenModels.class.getResourceAsStream("/golden/v1-" + kind + ".nn")) {
            if (golden == null) {
                throw new IllegalStateException("no golden file of " + kind);
            }
            Path file = Files.createTempFile("golden", ".nn");
            try {
                Files.copy(golden, file, StandardCopyOption.REPLACE_EXISTING);
                return ModelFile.read(file, REGISTRY);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
