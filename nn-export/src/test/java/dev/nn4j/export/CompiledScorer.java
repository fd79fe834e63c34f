// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A class that javac made of an exported source, with nothing but the JDK in sight. */
final class CompiledScorer implements AutoCloseable {
    private final URLClassLoader loader;
    private final Class<?> type;

    private CompiledScorer(URLClassLoader loader, Class<?> type) {
        this.loader = loader;
        this.type = type;
    }

    /** A class that was compiled beside its source. */
    static CompiledScorer of(Path source, String className) throws Exception {
        compile(List.of(source));
        return load(source, className);
    }

    /** Compiles sources of one folder with every warning on, none of which may come; into {@code classes} beside them. */
    static void compile(List<Path> sources, Path... classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-XX:TieredStopAtLevel=1", // the quickest for a small file
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes(sources.get(0)).toString()));
        for (Path entry : classPath) {
            command.addAll(List.of("-cp", entry.toString()));
        }
        sources.forEach(source -> command.add(source.toString()));
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String messages = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (javac.waitFor() != 0) {
            throw new IOException(messages);
        }
    }

    static CompiledScorer load(Path source, String className) throws IOException, ReflectiveOperationException {
        URL[] classes = {classes(source).toUri().toURL()};
        URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
        return new CompiledScorer(loader, loader.loadClass(className));
    }

    private static Path classes(Path source) throws IOException {
        return Files.createDirectories(source.resolveSibling("classes"));
    }

    float[] predict(double... row) throws ReflectiveOperationException {
        return (float[]) type.getMethod("predict", double[].class).invoke(null, (Object) row);
    }

    Object call(String method, double... row) throws ReflectiveOperationException {
        return type.getMethod(method, double[].class).invoke(null, (Object) row);
    }

    /** Predicts a row of cells. */
    float[] predict(List<String> cells) throws ReflectiveOperationException {
        return (float[]) call("predict", cells);
    }

    Object call(String method, List<String> cells) throws ReflectiveOperationException {
        return type.getMethod(method, String[].class).invoke(null, (Object) cells.toArray(new String[0]));
    }

    Object constant(String name) throws ReflectiveOperationException {
        return type.getField(name).get(null);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
