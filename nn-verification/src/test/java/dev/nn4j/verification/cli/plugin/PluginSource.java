// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.cli.plugin;

import dev.nn4j.verification.Built;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A plugin as somebody else would build it: sources, compiled against nn-api and nn-activations, with whatever is to be wrong with it. */
final class PluginSource {
    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();
    private boolean modular;

    /** In a folder, in which the jar will lie too. */
    PluginSource(Path folder) {
        this.folder = folder;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A plugin of one activation, com.acme.Gate, that is called so and passes its input on; plain. */
    static PluginSource ofGate(Path folder, String name) {
        return new PluginSource(folder).gate("Gate", name, "").service("Activation", "com.acme.Gate");
    }

    /** Adds an activation of package com.acme; members may be anything a class body takes. */
    PluginSource gate(String type, String name, String members) {
        return source("com/acme/" + type, """
                package com.acme;
                public class %s implements dev.nn4j.api.Activation {
                    %s
                    public String name() { return %s; }
                    public void forward(float[] z, float[] a, int from, int to, int width) {
                        System.arraycopy(z, from, a, from, to - from);
                    }
                    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
                        System.arraycopy(da, from, dz, from, to - from);
                    }
                }
                """.formatted(type, members, name == null ? "null" : '"' + name + '"'));
    }

    /** Adds any source file; {@code com/acme/Gate}. */
    PluginSource source(String file, String text) {
        sources.put(file, text);
        return this;
    }

    /** Makes it a module. */
    PluginSource module(String text) {
        modular = true;
        return source("module-info", text);
    }

    /** Adds a service file. */
    PluginSource service(String kind, String... providers) {
        return entry(
                "META-INF/services/dev.nn4j.api." + kind,
                String.join("\n", providers).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a line to the manifest. */
    PluginSource manifest(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    /** Adds any entry, in place of a compiled one of the same name. */
    PluginSource entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    /** A compiled class, by the name of its entry. */
    byte[] compiled(String entry) throws IOException {
        return Files.readAllBytes(compile().resolve(entry));
    }

    /** Compiles and packs it. */
    Path jar(String name) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        Path classes = compile();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        all.putAll(entries);
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                packed.putNextEntry(new ZipEntry(entry.getKey()));
                packed.write(entry.getValue());
                packed.closeEntry();
            }
        }
        return jar;
    }

    private Path compile() throws IOException {
        Path work = Files.createTempDirectory(folder, "plugin");
        Path classes = Files.createDirectory(work.resolve("classes"));
        if (sources.isEmpty()) {
            return classes;
        }
        List<String> command = new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
        command.addAll(List.of(
                modular ? "-p" : "-cp",
                Built.jars().get("nn-api") + File.pathSeparator + Built.jars().get("nn-activations")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve("src").resolve(source.getKey() + ".java");
            Files.createDirectories(file.getParent());
            command.add(Files.writeString(file, source.getValue()).toString());
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError("javac " + command + " ended with " + exit);
        }
        return classes;
    }
}
