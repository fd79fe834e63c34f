// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The class loader of a jar that cannot be a module here: because it is none, or because nn-api runs on the class path
 * and no module can require it. There, what a module descriptor provides stands in for the jar's service files, which do
 * not count in a module.
 */
final class IsolatedLoader extends URLClassLoader {
    private static final String SERVICES = "META-INF/services/";

    private final Optional<Map<String, List<String>>> provided;

    IsolatedLoader(PluginJar jar, ClassLoader parent) {
        super("nn4j plugin " + jar.file().getFileName(), new URL[] {url(jar.file())}, parent);
        this.provided = jar.module()
                .map(module -> module.provides().stream()
                        .collect(Collectors.toMap(
                                ModuleDescriptor.Provides::service, ModuleDescriptor.Provides::providers)));
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        if (provided.isEmpty() || !name.startsWith(SERVICES)) {
            return super.findResources(name);
        }
        List<String> providers = provided.get().getOrDefault(name.substring(SERVICES.length()), List.of());
        return providers.isEmpty()
                ? Collections.emptyEnumeration()
                : Collections.enumeration(List.of(TextUrl.of(name, String.join("\n", providers))));
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
