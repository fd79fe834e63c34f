// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentName;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Loss;
import dev.nn4j.api.NearestName;
import dev.nn4j.api.Optimizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The components that can be named, immutable and passed explicitly. Look-ups ignore case, take {@code _} for
 * {@code -} and know aliases.
 *
 * @since 0.1.0
 */
public final class ComponentRegistry {
    private final List<Registration> registrations;
    private final Map<RegistryKey, Registration> byName;
    private final Map<RegistryKey, ComponentException> conflicts;
    private final List<String> faults;

    ComponentRegistry(
            List<Registration> registrations,
            Map<RegistryKey, Registration> byName,
            Map<RegistryKey, ComponentException> conflicts,
            List<String> faults) {
        this.registrations = List.copyOf(registrations);
        this.byName = Map.copyOf(byName);
        this.conflicts = Map.copyOf(conflicts);
        this.faults = List.copyOf(faults);
    }

    /** All components that the class loader or module layer of this library sees. */
    public static ComponentRegistry standard() {
        return withPlugins(List.of());
    }

    /**
     * The standard components, and those of plugin jars.
     *
     * @param plugins jars, and folders of jars; see {@link RegistryBuilder#addPlugins}
     */
    public static ComponentRegistry withPlugins(List<Path> plugins) {
        return builder()
                .addProviders(Objects.requireNonNull(ComponentRegistry.class.getClassLoader(), "application loader"))
                .addPlugins(plugins)
                .build();
    }

    /** Builds a registry of chosen components. */
    public static RegistryBuilder builder() {
        return new RegistryBuilder();
    }

    /** The activation of this name with its defaults. See {@link #find}. */
    public Activation activation(String name) {
        return find(ComponentKind.ACTIVATION, name, Map.of());
    }

    /** The loss of this name with its defaults. See {@link #find}. */
    public Loss loss(String name) {
        return find(ComponentKind.LOSS, name, Map.of());
    }

    /** The initializer of this name with its defaults. See {@link #find}. */
    public Initializer initializer(String name) {
        return find(ComponentKind.INITIALIZER, name, Map.of());
    }

    /** The optimizer of this name with its defaults. See {@link #find}. */
    public Optimizer optimizer(String name) {
        return find(ComponentKind.OPTIMIZER, name, Map.of());
    }

    /**
     * The component of this kind and name or alias, with some hyperparameters changed.
     *
     * @param parameters name to Number, Boolean or String; empty for the defaults
     * @throws ComponentException if there is none, and the message names the nearest; or if two plugins claim the name
     * @throws IllegalArgumentException for an unknown parameter or a value that is not allowed
     */
    public <C extends Component> C find(ComponentKind<C> kind, String name, Map<String, ?> parameters) {
        RegistryKey key = RegistryKey.of(kind, name);
        ComponentException conflict = conflicts.get(key);
        if (conflict != null) {
            throw new ComponentException(conflict.reason(), name, String.valueOf(conflict.getMessage()), conflict);
        }
        Registration found = byName.get(key);
        if (found == null) {
            throw missing(kind, name);
        }
        return kind.configure(kind.service().cast(found.component()), parameters);
    }

    /** Every component, kind by kind, each kind in the order of names. */
    public List<Registration> registrations() {
        return registrations;
    }

    /** Plugins and providers that could not be used, one line each. They matter only when what they provide is needed. */
    public List<String> faults() {
        return faults;
    }

    /** Where a component, registered or not, comes from. */
    public Origin originOf(Component component) {
        return registrations.stream()
                .filter(registration -> registration.component().getClass() == component.getClass())
                .map(Registration::origin)
                .findFirst()
                .orElseGet(() -> Origin.of(component));
    }

    private ComponentException missing(ComponentKind<?> kind, String name) {
        String remedy = ComponentName.isBare(name)
                ? namesOf(kind).isEmpty() ? without(kind) : NearestName.hint(name, namesAndAliases(kind), namesOf(kind))
                : "; it is a third party's: add the plugin that provides it";
        String broken = faults.isEmpty() ? "" : "; could not be loaded: " + String.join("; ", faults);
        return new ComponentException(
                ComponentException.Reason.MISSING, name, "unknown " + kind + " '" + name + "'" + remedy + broken);
    }

    /** None of a whole kind is a jar that was left out of the class path, or a module that jlink was not told of. */
    private static String without(ComponentKind<?> kind) {
        String family = kind.word().equals("optimizer") ? "optim" : kind.word().equals("loss") ? "losses" : kind + "s";
        return "; there is no " + kind + " at all: add nn-" + family + " to the class path or module path (with jlink,"
                + " --add-modules dev.nn4j." + family + ")";
    }

    private List<String> namesAndAliases(ComponentKind<?> kind) {
        return Stream.concat(
                        namesOf(kind).stream(),
                        registrations.stream()
                                .filter(registration -> registration.kind() == kind)
                                .flatMap(registration -> registration.component().aliases().stream()))
                .toList();
    }

    private List<String> namesOf(ComponentKind<?> kind) {
        return registrations.stream()
                .filter(registration -> registration.kind() == kind)
                .map(registration -> registration.component().name())
                .toList();
    }
}
