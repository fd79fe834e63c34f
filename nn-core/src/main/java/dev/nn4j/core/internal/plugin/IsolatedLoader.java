// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of a jar that cannot be a module here: because it is none, or because nn-api runs on the class path
 * and no module can require it. There, what a module descriptor provides stands in for the jar's service files, which do
 * not count in a module.
 *
 * <p>It is no {@link java.net.URLClassLoader}, because that follows {@code Class-Path} in the manifest to files outside the
 * jar. The jar stays open as long as the program runs.
 */
final class IsolatedLoader extends SecureClassLoader {
    private static final String SERVICES = "META-INF/services/";

    private final JarFile jar;
    private final URL location;
    private final Optional<Map<String, List<String>>> provided;

    IsolatedLoader(PluginJar plugin, ClassLoader parent) {
        super("nn4j plugin " + plugin.file().getFileName(), parent);
        this.jar = opened(plugin.file());
        this.location = url(plugin.file().toUri().toString());
        this.provided = plugin.module()
                .map(module -> module.provides().stream()
                        .collect(Collectors.toMap(
                                ModuleDescriptor.Provides::service, ModuleDescriptor.Provides::providers)));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length, new CodeSource(location, entry.getCodeSigners()));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        JarEntry entry = jar.getJarEntry(name);
        return entry == null ? null : url("jar:" + location + "!/" + encoded(entry.getRealName()));
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        if (provided.isEmpty() || !name.startsWith(SERVICES)) {
            URL found = findResource(name);
            return found == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(found));
        }
        List<String> providers = provided.get().getOrDefault(name.substring(SERVICES.length()), List.of());
        return providers.isEmpty()
                ? Collections.emptyEnumeration()
                : Collections.enumeration(List.of(TextUrl.of(name, String.join("\n", providers))));
    }

    private static JarFile opened(Path file) {
        try {
            return new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String name) {
        try {
            return new URI(null, null, "/" + name, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
