// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Activation;
import dev.nn4j.api.Component;
import dev.nn4j.api.Hyperparameters;
import dev.nn4j.api.Initializer;
import dev.nn4j.api.Loss;
import dev.nn4j.api.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One of the four services.
 *
 * @param <C> its interface
 * @since 0.1.0
 */
public final class ComponentKind<C extends Component> {
    /** Activation functions. */
    public static final ComponentKind<Activation> ACTIVATION =
            new ComponentKind<>("activation", Activation.class, Activation::with);
    /** Loss functions. */
    public static final ComponentKind<Loss> LOSS = new ComponentKind<>("loss", Loss.class, Loss::with);
    /** Weight initializers. */
    public static final ComponentKind<Initializer> INITIALIZER =
            new ComponentKind<>("initializer", Initializer.class, Initializer::with);
    /** Optimizers. */
    public static final ComponentKind<Optimizer> OPTIMIZER =
            new ComponentKind<>("optimizer", Optimizer.class, Optimizer::with);

    private static final List<ComponentKind<?>> ALL = List.of(ACTIVATION, LOSS, INITIALIZER, OPTIMIZER);

    private final String word;
    private final Class<C> service;
    private final BiFunction<C, Hyperparameters, C> with;

    private ComponentKind(String word, Class<C> service, BiFunction<C, Hyperparameters, C> with) {
        this.word = word;
        this.service = service;
        this.with = with;
    }

    /** The four kinds. */
    public static List<ComponentKind<?>> all() {
        return ALL;
    }

    /** As people say it: {@code activation}. */
    public String word() {
        return word;
    }

    /** The service interface. */
    public Class<C> service() {
        return service;
    }

    /**
     * The prototype with some hyperparameters changed.
     *
     * @throws IllegalArgumentException for an unknown parameter or a value that is not allowed
     */
    public C configure(C prototype, Map<String, ?> parameters) {
        return parameters.isEmpty()
                ? prototype
                : with.apply(prototype, prototype.hyperparameters().with(prototype.name(), parameters));
    }

    @Override
    public String toString() {
        return word;
    }
}
