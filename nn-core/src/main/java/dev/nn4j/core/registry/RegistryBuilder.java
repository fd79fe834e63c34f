// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentException;
import dev.nn4j.core.internal.plugin.PluginJar;
import dev.nn4j.core.internal.plugin.PluginPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Collects components and refuses what cannot live in one registry. Not safe for several threads.
 *
 * @since 0.1.0
 */
public final class RegistryBuilder {
    private final List<Registration> registrations = new ArrayList<>();
    private final Map<RegistryKey, Registration> byName = new HashMap<>();
    private final Map<RegistryKey, ComponentException> conflicts = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    RegistryBuilder() {}

    /** Adds every provider that the class loader sees, in modules and on the class path. */
    public RegistryBuilder addProviders(ClassLoader loader) {
        ComponentKind.all().forEach(kind -> addAll(kind, ServiceLoader.load(kind.service(), loader)));
        return this;
    }

    /** Adds every provider in the modules of a layer and of its parents. */
    public RegistryBuilder addProviders(ModuleLayer layer) {
        ComponentKind.all().forEach(kind -> addAll(kind, ServiceLoader.load(layer, kind.service())));
        return this;
    }

    /**
     * Adds the components of plugin jars. Each jar, modular or plain, is loaded on its own and sees only nn-api, the JDK
     * and itself. A jar or a provider that is broken, or whose name another has taken, is named in {@link
     * ComponentRegistry#faults()} and left out: it matters only when what it provides is asked for.
     *
     * <p>Plugins are code: they can do whatever this program can.
     *
     * @param entries jars, and folders of jars
     */
    public RegistryBuilder addPlugins(List<Path> entries) {
        PluginPath path = new PluginPath(entries);
        faults.addAll(path.faults());
        path.jars().forEach(this::addPlugin);
        return this;
    }

    /**
     * Adds one component.
     *
     * @throws ComponentException if its name is malformed, reserved, or already taken
     */
    public <C extends Component> RegistryBuilder add(ComponentKind<C> kind, C component) {
        register(new Registration(kind, component, Origin.of(component)));
        return this;
    }

    /** The immutable registry of what was added. */
    public ComponentRegistry build() {
        List<Registration> sorted = new ArrayList<>(registrations);
        sorted.sort(Comparator.<Registration>comparingInt(
                        registration -> ComponentKind.all().indexOf(registration.kind()))
                .thenComparing(registration -> registration.component().name()));
        return new ComponentRegistry(sorted, byName, conflicts, faults);
    }

    private void addPlugin(Path file) {
        try {
            PluginJar plugin = PluginJar.open(file);
            ClassLoader loader = plugin.newLoader();
            int before = registrations.size() + faults.size();
            for (ComponentKind<?> kind : ComponentKind.all()) {
                ProviderWalk.over(
                                ServiceLoader.load(kind.service(), loader), provider -> addFrom(plugin, kind, provider))
                        .forEach(fault -> faults.add(plugin + ": " + fault));
            }
            if (registrations.size() + faults.size() == before) {
                throw plugin.empty();
            }
        } catch (ComponentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    /** Two plugins may clash without harm as long as nobody asks for the name. */
    private void addFrom(PluginJar plugin, ComponentKind<?> kind, Component component) {
        Registration registration = new Registration(kind, component, Origin.of(plugin));
        try {
            register(registration);
        } catch (ComponentException e) {
            if (e.reason() != ComponentException.Reason.DUPLICATE) {
                throw e;
            }
            conflicts.put(RegistryKey.of(kind, e.component()), e);
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private void addAll(ComponentKind<?> kind, ServiceLoader<? extends Component> providers) {
        faults.addAll(ProviderWalk.over(providers, provider -> {
            if (!isRegistered(kind, provider.getClass())) {
                register(new Registration(kind, provider, Origin.of(provider)));
            }
        }));
    }

    /** Class loaders and layers may overlap; the same class twice is one component. */
    private boolean isRegistered(ComponentKind<?> kind, Class<?> type) {
        return registrations.stream()
                .anyMatch(registration ->
                        registration.kind() == kind && registration.component().getClass() == type);
    }

    private void register(Registration registration) {
        List<String> names = RegistrationNames.of(registration);
        names.forEach(name -> requireFree(name, registration));
        names.forEach(name -> byName.put(RegistryKey.of(registration.kind(), name), registration));
        registrations.add(registration);
    }

    private void requireFree(String name, Registration registration) {
        Registration other = byName.get(RegistryKey.of(registration.kind(), name));
        if (other != null) {
            throw new ComponentException(
                    ComponentException.Reason.DUPLICATE,
                    name,
                    "two components claim the " + registration.kind() + " name '" + name + "': "
                            + RegistrationNames.described(other) + " and " + RegistrationNames.described(registration)
                            + "; remove one");
        }
    }
}
