// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

import dev.nn4j.api.math.ShortestDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hyperparameters of one component in their declared order, each with a checked value. Immutable; equal when names
 * and values are equal.
 *
 * @since 0.1.0
 */
public final class Hyperparameters {
    private static final Hyperparameters NONE = new Hyperparameters(List.of());

    private record Setting<T>(Hyperparameter<T> declaration, T value) {
        Setting<T> parsed(String owner, @Nullable Object raw) {
            if (raw == null) {
                throw declaration.refused(owner, "null");
            }
            return new Setting<>(declaration, declaration.parse(owner, raw));
        }
    }

    private final List<Setting<?>> settings;

    private Hyperparameters(List<Setting<?>> settings) {
        this.settings = List.copyOf(settings);
    }

    /** For a component that declares none. */
    public static Hyperparameters none() {
        return NONE;
    }

    /** One hyperparameter and its value; chain {@link #and} for more. */
    public static <T> Hyperparameters of(Hyperparameter<T> declaration, T value) {
        return NONE.and(declaration, value);
    }

    /** These and one more, last in order. */
    public <T> Hyperparameters and(Hyperparameter<T> declaration, T value) {
        if (values().containsKey(declaration.name())) {
            throw new IllegalArgumentException("hyperparameters: '" + declaration.name() + "' is declared twice");
        }
        List<Setting<?>> more = new ArrayList<>(settings);
        more.add(new Setting<>(declaration, value));
        return new Hyperparameters(more);
    }

    /** The declarations in order. */
    public List<Hyperparameter<?>> declarations() {
        return settings.stream().<Hyperparameter<?>>map(Setting::declaration).toList();
    }

    /** Name to value, in order: Double, Long, Boolean, String or a list of Double. Unmodifiable. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.declaration().name(), setting.value()));
        return Collections.unmodifiableMap(values);
    }

    /**
     * Name to value as text, in order; a number is the shortest decimal that reads back to it, on every JDK.
     *
     * @since 0.1.0
     */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values().forEach((name, value) -> texts.put(name, text(value)));
        return Collections.unmodifiableMap(texts);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Hyperparameters::text).toList().toString();
        }
        return value instanceof Double number ? ShortestDecimal.text(number) : value.toString();
    }

    /**
     * The value of a declared hyperparameter.
     *
     * @throws IllegalArgumentException if it is not declared here
     */
    @SuppressWarnings("unchecked") // a setting's value has its declaration's type
    public <T> T get(Hyperparameter<T> declaration) {
        for (Setting<?> setting : settings) {
            if (setting.declaration() == declaration) {
                return (T) setting.value();
            }
        }
        throw new IllegalArgumentException("hyperparameters: '" + declaration.name() + "' is not declared here");
    }

    /**
     * These with some values changed.
     *
     * @param owner the component's name, for messages
     * @param changes name to Number, Boolean, String or list of Number, as JSON and files hold them
     * @throws IllegalArgumentException for an unknown name (with the nearest), a wrong type or a value out of range
     */
    public Hyperparameters with(String owner, Map<String, ?> changes) {
        Map<String, Object> known = values();
        for (String name : changes.keySet()) {
            if (!known.containsKey(name)) {
                throw new IllegalArgumentException(owner + ": unknown parameter '" + name + "'"
                        + (known.isEmpty() ? "; it has none" : NearestName.hint(name, known.keySet())));
            }
        }
        List<Setting<?>> changed = new ArrayList<>();
        for (Setting<?> setting : settings) {
            String name = setting.declaration().name();
            changed.add(changes.containsKey(name) ? setting.parsed(owner, changes.get(name)) : setting);
        }
        return new Hyperparameters(changed);
    }

    /**
     * Passes when nothing is declared: the default {@code with} of a component without parameters.
     *
     * @throws IllegalStateException if something is: the component declares parameters and forgot to override with
     */
    public void requireNone(String owner) {
        if (!settings.isEmpty()) {
            throw new IllegalStateException(
                    owner + ": declares " + values().keySet() + " but does not override with(Hyperparameters)");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hyperparameters that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    /** As in {@code {alpha=0.01}}. */
    @Override
    public String toString() {
        return texts().toString();
    }
}
