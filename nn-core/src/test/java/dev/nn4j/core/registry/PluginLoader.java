// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Sees what this library sees and, in an unnamed module of its own, classes of com.acme as providers of activations. */
final class PluginLoader extends ClassLoader {
    private static final String SERVICE = "META-INF/services/dev.nn4j.api.Activation";

    private final URL providers;

    PluginLoader(Path directory, String... providers) throws IOException {
        super(ComponentRegistry.class.getClassLoader());
        Path list = Files.write(directory.resolve("providers"), List.of(providers));
        this.providers = list.toUri().toURL();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("com.acme.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream bytes =
                com.acme.Swish.class.getResourceAsStream(name.substring("com.acme.".length()) + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return name.equals(SERVICE) ? Collections.enumeration(List.of(providers)) : Collections.emptyEnumeration();
    }
}
