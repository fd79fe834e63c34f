// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentException;
import dev.nn4j.api.ComponentName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Collects components and refuses what cannot live in one registry. Not safe for several threads. */
public final class RegistryBuilder {
    /** A provider list that fails this often is given up; the iterator of a broken list may fail for ever. */
    private static final int MOST_FAULTS = 100;

    private final List<Registration> registrations = new ArrayList<>();
    private final Map<RegistryKey, Registration> byName = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    RegistryBuilder() {}

    /** Adds every provider that the class loader sees, in modules and on the class path. */
    public RegistryBuilder addProviders(ClassLoader loader) {
        ComponentKind.all().forEach(kind -> addAll(kind, loader));
        return this;
    }

    /**
     * Adds one component.
     *
     * @throws ComponentException if its name is malformed, reserved, or already taken
     */
    public <C extends Component> RegistryBuilder add(ComponentKind<C> kind, C component) {
        Registration registration = new Registration(kind, component, Origin.of(component));
        namesOf(registration).forEach(name -> claim(name, registration));
        registrations.add(registration);
        return this;
    }

    /** The immutable registry of what was added. */
    public ComponentRegistry build() {
        List<Registration> sorted = new ArrayList<>(registrations);
        sorted.sort(Comparator.<Registration>comparingInt(
                        registration -> ComponentKind.all().indexOf(registration.kind()))
                .thenComparing(registration -> registration.component().name()));
        return new ComponentRegistry(sorted, byName, faults);
    }

    private <C extends Component> void addAll(ComponentKind<C> kind, ClassLoader loader) {
        Iterator<C> providers = ServiceLoader.load(kind.service(), loader).iterator();
        boolean more = true;
        while (more && faults.size() < MOST_FAULTS) {
            try {
                more = providers.hasNext();
                if (more) {
                    add(kind, providers.next());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                faults.add(String.valueOf(e.getMessage()));
            } catch (ComponentException e) {
                if (e.reason() != ComponentException.Reason.BROKEN) {
                    throw e;
                }
                faults.add(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The name and the aliases, checked before any is claimed. */
    private static List<String> namesOf(Registration registration) {
        List<String> names = new ArrayList<>();
        try {
            names.add(registration.component().name());
            names.addAll(registration.component().aliases());
        } catch (RuntimeException | LinkageError e) {
            throw broken(registration, "", "fails when asked for its names: " + e);
        }
        names.forEach(name -> checkName(registration, name));
        return names;
    }

    private static void checkName(Registration registration, @Nullable String name) {
        if (name == null || !ComponentName.isWellFormed(name)) {
            throw broken(
                    registration,
                    String.valueOf(name),
                    "a name must be kebab-case with a vendor's prefix, such as acme:swish, got '" + name + "'");
        }
        if (ComponentName.isBare(name) && !registration.origin().isBuiltIn()) {
            throw broken(
                    registration, name, "bare names are reserved for nn4j, got '" + name + "'; call it vendor:" + name);
        }
    }

    private void claim(String name, Registration registration) {
        Registration other = byName.putIfAbsent(RegistryKey.of(registration.kind(), name), registration);
        if (other != null && !other.equals(registration)) {
            throw new ComponentException(
                    ComponentException.Reason.DUPLICATE,
                    name,
                    "two components claim the " + registration.kind() + " name '" + name + "': " + described(other)
                            + " and " + described(registration) + "; remove one");
        }
    }

    private static ComponentException broken(Registration registration, String name, String problem) {
        return new ComponentException(ComponentException.Reason.BROKEN, name, described(registration) + ": " + problem);
    }

    private static String described(Registration registration) {
        return registration.component().getClass().getName() + " in "
                + registration.origin().location();
    }
}
