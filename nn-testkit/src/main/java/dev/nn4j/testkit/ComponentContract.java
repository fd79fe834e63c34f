// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.testkit;

import dev.nn4j.api.Component;
import dev.nn4j.api.ComponentName;
import dev.nn4j.api.Hyperparameter;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.testkit.internal.HyperparameterProbes;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What the components of every service must do alike: carry a well-formed name, be loadable, declare hyperparameters
 * that can be set and read back, and never change. The contract of each service begins with these checks.
 *
 * @param <C> the service
 * @since 0.1.0
 */
public final class ComponentContract<C extends Component> implements Contract<C> {
    private final BiFunction<C, Hyperparameters, C> with;

    /**
     * The contract for one service.
     *
     * @param with the service's {@code with}: {@code Activation::with}
     */
    public ComponentContract(BiFunction<C, Hyperparameters, C> with) {
        this.with = with;
    }

    @Override
    public List<Check<C>> checks() {
        return List.of(
                new Check<>("has a well-formed name", component -> malformed(component.name())),
                new Check<>("has well-formed aliases, each once and none its name", ComponentContract::aliases),
                new Check<>("can be made by a ServiceLoader", ComponentContract::loadable),
                new Check<>("takes back its own hyperparameters", this::takesItsOwn),
                new Check<>("takes every allowed hyperparameter and stays unchanged itself", this::takesAllowed),
                new Check<>("refuses hyperparameters that are not allowed", ComponentContract::refusesOthers));
    }

    /** The fault of a registry name, if it has one: {@code relu} and {@code acme:swish} have none. */
    static Optional<String> malformed(String name) {
        return ComponentName.isWellFormed(name)
                ? Optional.empty()
                : Optional.of("'" + name + "' is not of the form " + ComponentName.FORM);
    }

    private static Optional<String> aliases(Component component) {
        Set<String> seen = new HashSet<>(Set.of(component.name()));
        for (String alias : component.aliases()) {
            if (malformed(alias).isPresent()) {
                return malformed(alias);
            }
            if (!seen.add(alias)) {
                return Optional.of("'" + alias + "' is its name or given twice");
            }
        }
        return Optional.empty();
    }

    /** The conditions of {@link java.util.ServiceLoader}: a public no-argument constructor or a provider method. */
    private static Optional<String> loadable(Component component) {
        Class<?> type = component.getClass();
        if (!Modifier.isPublic(type.getModifiers())) {
            return Optional.of(type.getName() + " is not public");
        }
        boolean constructible =
                Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
        boolean provided = Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("provider") && Modifier.isStatic(method.getModifiers()));
        return constructible || provided
                ? Optional.empty()
                : Optional.of(type.getName() + " has no public constructor without arguments");
    }

    private Optional<String> takesItsOwn(C component) {
        Hyperparameters own = component.hyperparameters();
        return differs(component, "with(" + own + ")", with.apply(component, own), own);
    }

    private Optional<String> takesAllowed(C component) {
        Hyperparameters own = component.hyperparameters();
        for (Hyperparameter<?> declaration : own.declarations()) {
            int taken = 0;
            for (Object value : HyperparameterProbes.allowed(declaration)) {
                Hyperparameters wanted = own.with(component.name(), Map.of(declaration.name(), value));
                Optional<C> made = unlessRefused(component, wanted);
                Optional<String> problem =
                        made.flatMap(other -> differs(component, "with(" + wanted + ")", other, wanted));
                if (problem.isPresent()) {
                    return problem;
                }
                taken += made.isPresent() ? 1 : 0;
            }
            if (taken == 0) {
                return Optional.of("takes no value of " + declaration + " but its own");
            }
        }
        return differs(component, "after with() the original", component, own);
    }

    /** Hyperparameters may exclude each other (low above high), so where there are several, a value may be refused. */
    private Optional<C> unlessRefused(C component, Hyperparameters wanted) {
        try {
            return Optional.of(with.apply(component, wanted));
        } catch (IllegalArgumentException refused) {
            if (wanted.declarations().size() == 1) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    private Optional<String> differs(C component, String subject, C made, Hyperparameters wanted) {
        if (!made.hyperparameters().equals(wanted)) {
            return Optional.of(subject + " has " + made.hyperparameters() + " instead of " + wanted);
        }
        boolean renamed = !made.name().equals(component.name());
        return renamed ? Optional.of(subject + " is called '" + made.name() + "'") : Optional.empty();
    }

    private static Optional<String> refusesOthers(Component component) {
        for (Hyperparameter<?> declaration : component.hyperparameters().declarations()) {
            for (Object value : HyperparameterProbes.forbidden(declaration)) {
                if (takes(component, declaration.name(), value)) {
                    return Optional.of("takes " + declaration.name() + " = " + value);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean takes(Component component, String name, Object value) {
        try {
            component.hyperparameters().with(component.name(), Map.of(name, value));
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
