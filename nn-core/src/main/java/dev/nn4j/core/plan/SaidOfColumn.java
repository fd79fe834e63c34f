// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import dev.nn4j.api.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The settings that are said of one column; each has the type of its declaration. What they make is refused in its place. */
final class SaidOfColumn {
    private final String path;
    private final Map<String, Object> values;

    SaidOfColumn(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    boolean has(ColumnSetting setting) {
        return values.containsKey(setting.name());
    }

    Optional<String> text(ColumnSetting setting) {
        return Optional.ofNullable(values.get(setting.name())).map(String.class::cast);
    }

    Optional<Long> count(ColumnSetting setting) {
        return Optional.ofNullable(values.get(setting.name())).map(Long.class::cast);
    }

    boolean flag(ColumnSetting setting) {
        return Boolean.TRUE.equals(values.get(setting.name()));
    }

    Optional<List<String>> texts(ColumnSetting setting) {
        return Optional.ofNullable(values.get(setting.name())).map(SaidOfColumn::texts);
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        ((List<?>) value).forEach(text -> texts.add((String) text));
        return texts;
    }

    /** What a setting's word means among the values of an enum, all of whose words it has. */
    <E> Optional<E> value(ColumnSetting setting, E[] all) {
        return text(setting).map(said -> all[setting.words().indexOf(said)]);
    }

    <E> Optional<List<E>> values(ColumnSetting setting, E[] all) {
        return texts(setting)
                .map(said -> said.stream()
                        .map(word -> all[setting.words().indexOf(word)])
                        .toList());
    }

    ConfigurationException refused(ColumnSetting setting, String problem) {
        return new ConfigurationException(path + "." + setting.name(), problem);
    }

    /** What a setting makes, refused in its place. */
    <T> T at(ColumnSetting setting, Supplier<T> made) {
        return at(path + "." + setting.name(), made);
    }

    /** What several settings make, refused in the place of their column. */
    <T> T atColumn(Supplier<T> made) {
        return at(path, made);
    }

    private static <T> T at(String place, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(place, String.valueOf(e.getMessage()));
        }
    }
}
