// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.value;

import dev.nn4j.api.DataException;
import dev.nn4j.api.NearestName;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Matches a record's components with features by name: equal names first; what is left over if names are equal but for
 * case and for what is neither letter nor digit, which Java's names cannot hold.
 */
public final class RecordNames {
    private final Class<?> type;
    private final List<String> features;
    private final Map<String, RecordComponent> componentOf = new HashMap<>();

    private RecordNames(Class<?> type, List<String> features) {
        this.type = type;
        this.features = features;
    }

    /**
     * The component of each feature, in the features' order.
     *
     * @throws DataException if a component or a feature is left over, or a name may mean two
     */
    public static List<RecordComponent> match(Class<?> type, List<String> features) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is no record type");
        }
        RecordNames names = new RecordNames(type, features);
        List<RecordComponent> components = List.of(type.getRecordComponents());
        components.stream()
                .filter(component -> features.contains(component.getName()))
                .forEach(component -> names.componentOf.put(component.getName(), component));
        List<String> open = features.stream()
                .filter(feature -> !names.componentOf.containsKey(feature))
                .toList();
        components.stream()
                .filter(component -> !features.contains(component.getName()))
                .forEach(component -> names.matchFolded(component, open));
        return features.stream().map(names::required).toList();
    }

    private void matchFolded(RecordComponent component, List<String> open) {
        List<String> meant = open.stream()
                .filter(feature -> folded(feature).equals(folded(component.getName())))
                .toList();
        if (meant.isEmpty()) {
            throw new DataException(RecordComponents.who(component) + " is no feature of the model"
                    + NearestName.hintAmongFree(component.getName(), features, componentOf.keySet()));
        }
        if (meant.size() > 1) {
            throw new DataException(RecordComponents.who(component) + " may mean the features '"
                    + String.join("' and '", meant) + "'; predict from a Map");
        }
        RecordComponent other = componentOf.put(meant.get(0), component);
        if (other != null) {
            throw new DataException(RecordComponents.who(component) + " and '" + other.getName()
                    + "' both mean feature '" + meant.get(0) + "'; leave one out");
        }
    }

    private RecordComponent required(String feature) {
        RecordComponent component = componentOf.get(feature);
        if (component == null) {
            throw new DataException("record " + type.getSimpleName() + ": feature '" + feature
                    + "' has no component; add one of that name, in which case and punctuation do not count");
        }
        return component;
    }

    private static String folded(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
