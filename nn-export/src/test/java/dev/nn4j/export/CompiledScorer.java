// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** A class that javac made of an exported source, with nothing but the JDK in sight. */
final class CompiledScorer implements AutoCloseable {
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

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

    /**
     * Compiles sources of one folder with every warning on, none of which may come; into {@code classes} beside them. By javac
     * inside this process: a process of its own for each takes most of these tests' time.
     */
    static void compile(List<Path> sources) throws IOException {
        String classes = classes(sources.get(0)).toString();
        // The tests' own class path would be taken otherwise.
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-d", classes, "-cp", classes));
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        if (JAVAC.run(out, out, arguments.toArray(new String[0])) != 0) {
            throw new IOException(messages.toString());
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
