// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import dev.nn4j.api.Activation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;

/** A plugin's jar with an activation whose hyperparameters are of every kind and one that trains coefficients, for the models that name
 * them. */
final class GoldenPlugin {
    static final String URL = "https://acme.example/golden";

    private static final String SOURCE = """
        package com.acme;

        import dev.nn4j.api.*;
        import java.util.List;

        /** A line with a bend at zero. */
        public record Bent(double slope, long times, boolean turned, String side) implements Activation {
            private static final Hyperparameter<Double> SLOPE =
                    Hyperparameter.number("slope", 0.5, Range.closed(0, 1), "slope on the bent side");
            private static final Hyperparameter<Long> TIMES =
                    Hyperparameter.integer("times", 1, Range.closed(1, 9), "factor of the whole");
            private static final Hyperparameter<Boolean> TURNED =
                    Hyperparameter.flag("turned", false, "whether the sign is turned");
            private static final Hyperparameter<String> SIDE =
                    Hyperparameter.choice("side", "left", List.of("left", "right"), "the bent side");

            public Bent() {
                this(0.5, 1, false, "left");
            }

            @Override
            public String name() {
                return "acme:bent";
            }

            @Override
            public Hyperparameters hyperparameters() {
                return Hyperparameters.of(SLOPE, slope).and(TIMES, times).and(TURNED, turned).and(SIDE, side);
            }

            @Override
            public Bent with(Hyperparameters values) {
                return new Bent(values.get(SLOPE), values.get(TIMES), values.get(TURNED), values.get(SIDE));
            }

            private float factor(float z) {
                boolean bent = side.equals("left") ? z < 0 : z > 0;
                return (turned ? -times : times) * (bent ? (float) slope : 1);
            }

            @Override
            public void forward(float[] z, float[] a, int from, int to, int width) {
                for (int i = from; i < to; i++) {
                    a[i] = factor(z[i]) * z[i];
                }
            }

            @Override
            public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
                for (int i = from; i < to; i++) {
                    dz[i] = factor(z[i]) * da[i];
                }
            }
        }
        """;

    private static final String TRAINED = """
        package com.acme;

        import dev.nn4j.api.*;
        import java.util.List;

        /** A line on each side of zero, whose slopes are trained. */
        public record Slopes(double begin) implements TrainedActivation {
            private static final Hyperparameter<Double> BEGIN =
                    Hyperparameter.number("begin", 0.25, Range.closed(0, 1), "what the left slope starts at");

            public Slopes() {
                this(0.25);
            }

            @Override
            public String name() {
                return "acme:slopes";
            }

            @Override
            public Hyperparameters hyperparameters() {
                return Hyperparameters.of(BEGIN, begin);
            }

            @Override
            public Slopes with(Hyperparameters values) {
                return new Slopes(values.get(BEGIN));
            }

            @Override
            public List<Coefficient> coefficients() {
                return List.of(new Coefficient("left", begin), new Coefficient("right", 1));
            }

            private static int side(float z) {
                return z < 0 ? 0 : 1;
            }

            @Override
            public void forward(float[] z, float[] p, float[] a, int from, int to, int width) {
                for (int i = from; i < to; i++) {
                    a[i] = p[side(z[i]) * width + i % width] * z[i];
                }
            }

            @Override
            public void backward(
                    float[] z, float[] p, float[] a, float[] da, float[] dz, int from, int to, int width) {
                for (int i = from; i < to; i++) {
                    dz[i] = p[side(z[i]) * width + i % width] * da[i];
                }
            }

            @Override
            public void derivative(
                    int k, float[] z, float[] p, float[] a, float[] d, int from, int to, int width) {
                for (int i = from; i < to; i++) {
                    d[i] = side(z[i]) == k ? z[i] : 0;
                }
            }
        }
        """;

    private static final Map<String, String> SOURCES = Map.of("Bent", SOURCE, "Slopes", TRAINED);

    private GoldenPlugin() {}

    /** Writes it into a folder. */
    static Path in(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, String> source : SOURCES.entrySet()) {
            compile(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()), classes);
        }
        Path jar = folder.resolve("golden-plugin.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest())) {
            for (String name : SOURCES.keySet()) {
                out.putNextEntry(new JarEntry("com/acme/" + name + ".class"));
                Files.copy(classes.resolve("com/acme/" + name + ".class"), out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/dev.nn4j.api.Activation"));
            out.write("com.acme.Bent\ncom.acme.Slopes\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void compile(Path source, Path classes) throws IOException {
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(out, out, "--release", "17", "-d", classes.toString(), "-cp", api().toString(), source.toString())
                != 0) {
            throw new IOException(messages.toString());
        }
    }

    private static Path api() {
        return Path.of(URI.create(Activation.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes lines = manifest.getMainAttributes();
        lines.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        lines.putValue("NN-Plugin-Name", "golden-plugin");
        lines.putValue("NN-Plugin-Version", "2.3.4");
        lines.putValue("NN-Plugin-Api", "1");
        lines.putValue("NN-Plugin-Url", URL);
        return manifest;
    }
}
