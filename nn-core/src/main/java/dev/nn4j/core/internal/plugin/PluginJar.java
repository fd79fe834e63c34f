// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import dev.nn4j.api.ComponentException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar that may be loaded: read and checked, but none of its classes yet loaded.
 *
 * @param file where it lies
 * @param manifest what it says of itself
 * @param module its descriptor, if it is a module
 */
public record PluginJar(Path file, PluginManifest manifest, Optional<ModuleDescriptor> module) {
    private static final String OWN_CLASSES = "dev/nn4j/";
    private static final String DESCRIPTOR = "module-info.class";
    private static final String SERVICES = "META-INF/services/dev.nn4j.";

    /** What the JDK reads whole into memory. A manifest lists every entry of a signed jar, a service file some classes. */
    private static final int MOST_MANIFEST_BYTES = 4 << 20;

    private static final int MOST_SERVICE_BYTES = 64 << 10;

    /**
     * Reads and checks a jar.
     *
     * @throws ComponentException if it is no jar, or one that cannot be used with this nn4j
     */
    public static PluginJar open(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.version())) {
            requireShort(file, jar, JarFile.MANIFEST_NAME, MOST_MANIFEST_BYTES);
            requireShort(file, jar, DESCRIPTOR, MOST_MANIFEST_BYTES);
            requireShortServices(file, jar);
            Optional<ModuleDescriptor> module = descriptor(jar);
            PluginJar opened = new PluginJar(file, PluginManifest.of(file, jar, module), module);
            opened.manifest.problem().ifPresent(problem -> {
                throw opened.broken(problem);
            });
            opened.requireNoClassesOfOurs(jar);
            return opened;
        } catch (IOException | RuntimeException e) {
            if (e instanceof ComponentException refused) {
                throw refused;
            }
            throw broken(
                    file.toString(), file, "is no readable jar (" + e.getMessage() + "); build or copy it again", e);
        }
    }

    static Optional<ModuleDescriptor> descriptor(JarFile jar) throws IOException {
        JarEntry entry = jar.getJarEntry(DESCRIPTOR);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream bytes = jar.getInputStream(entry)) {
            return Optional.of(ModuleDescriptor.read(bytes));
        }
    }

    /** Its class loader, which sees nn-api, the JDK and the jar itself. */
    public ClassLoader newLoader() {
        try {
            module.ifPresent(this::requireOnlyWhatPluginsSee);
            return PluginHost.loaderOf(this);
        } catch (RuntimeException | LinkageError e) {
            throw e instanceof ComponentException refused ? refused : broken("cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The fault of a jar in which no provider was found. */
    public ComponentException empty() {
        return broken(
                module.isPresent()
                        ? "provides no component: its module-info names none with 'provides' (META-INF/services does not"
                                + " count in a module)"
                        : "provides no component; name its classes in META-INF/services/dev.nn4j.api.Activation, Loss,"
                                + " Initializer or Optimizer");
    }

    /** A fault of this plugin. */
    public ComponentException broken(String problem) {
        return broken(problem, null);
    }

    private ComponentException broken(String problem, @Nullable Throwable cause) {
        return broken(toString(), file, problem, cause);
    }

    private static ComponentException broken(String who, Path file, String problem, @Nullable Throwable cause) {
        String message = who + ": " + problem;
        return cause == null
                ? new ComponentException(ComponentException.Reason.BROKEN, file.toString(), message)
                : new ComponentException(ComponentException.Reason.BROKEN, file.toString(), message, cause);
    }

    private static void requireShortServices(Path file, JarFile jar) throws IOException {
        List<String> services = jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(SERVICES))
                .toList();
        for (String service : services) {
            requireShort(file, jar, service, MOST_SERVICE_BYTES);
        }
    }

    /** Counts what an entry really holds: what it says of its size may be a lie, and a few kilobytes can hold gigabytes. */
    private static void requireShort(Path file, JarFile jar, String name, int most) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            return;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            in.skipNBytes(most);
            if (in.read() >= 0) {
                throw broken(
                        file.toString(), file, name + " holds more than " + most + " bytes; build the jar again", null);
            }
        } catch (EOFException shortEnough) {
            // It ends before the limit, as it should.
        }
    }

    /** Two copies of a service interface are two types: such a component would be nobody's. */
    private void requireNoClassesOfOurs(JarFile jar) {
        List<String> ours = jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(OWN_CLASSES) && name.endsWith(".class"))
                .toList();
        if (!ours.isEmpty()) {
            throw broken("ships " + ours.size() + " classes of nn4j, such as " + ours.get(0)
                    + "; build it with nn-api as a provided dependency");
        }
    }

    private void requireOnlyWhatPluginsSee(ModuleDescriptor descriptor) {
        for (ModuleDescriptor.Requires required : descriptor.requires()) {
            String name = required.name();
            boolean optional = required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC);
            boolean jdk = name.startsWith("java.") || name.startsWith("jdk.");
            if (!optional && !jdk && !name.equals(PluginHost.API_MODULE)) {
                throw broken("requires the module " + name + ", but plugins see only " + PluginHost.API_MODULE
                        + " and the JDK; put what else it needs into its jar");
            }
            if (!optional && jdk && ModuleLayer.boot().findModule(name).isEmpty()) {
                throw broken("requires the module " + name + ", which this program runs without; start it with"
                        + " --add-modules " + name);
            }
        }
    }

    /** As people look for it: name, version and file. */
    @Override
    public String toString() {
        String version = manifest.version().isEmpty() ? "" : " " + manifest.version();
        return "plugin " + manifest.name() + version + " (" + file + ")";
    }
}
