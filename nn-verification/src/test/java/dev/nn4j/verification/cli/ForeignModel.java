// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli;

import dev.nn4j.api.Activation;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Experiment;
import dev.nn4j.core.registry.ComponentKind;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.training.Training;
import dev.nn4j.io.Csv;
import dev.nn4j.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A model with an activation that the distribution does not have. */
public final class ForeignModel {
    private ForeignModel() {}

    /** Trains one and writes it. */
    public static void write(Path file) throws IOException {
        ComponentRegistry registry = ComponentRegistry.builder()
                .addProviders(ForeignModel.class.getClassLoader())
                .add(ComponentKind.ACTIVATION, new Cube())
                .build();
        Experiment experiment = Experiment.builder(registry)
                .target("value")
                .dense(1, "acme:cube")
                .loss("mean-squared-error")
                .training(options -> options.epochs(1))
                .build();
        byte[] csv = "x,value\n1,1\n0.5,0.25\n".getBytes(StandardCharsets.UTF_8);
        ModelFile.write(
                Training.of(experiment)
                        .run(Csv.read(new ByteArrayInputStream(csv), "test", column -> CellType.NUMBER))
                        .model(),
                file,
                registry);
    }

    /** The third power. */
    private static final class Cube implements Activation {
        @Override
        public String name() {
            return "acme:cube";
        }

        @Override
        public void forward(float[] z, float[] a, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                a[i] = z[i] * z[i] * z[i];
            }
        }

        @Override
        public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
            for (int i = from; i < to; i++) {
                dz[i] = 3 * z[i] * z[i] * da[i];
            }
        }
    }
}
