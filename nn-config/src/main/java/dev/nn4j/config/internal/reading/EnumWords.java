// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.internal.reading;

import dev.nn4j.api.ConfigurationException;
import dev.nn4j.api.NearestName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The words by which a configuration names the values of an enum.
 *
 * @param what they are, for messages
 * @param values by word, in order
 */
record EnumWords<E>(String what, Map<String, E> values) {
    static <E extends Enum<E>> EnumWords<E> of(String what, Class<E> type, Function<E, String> word) {
        Map<String, E> values = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(value -> values.put(word.apply(value), value));
        return new EnumWords<>(what, values);
    }

    /**
     * The value of a word.
     *
     * @throws ConfigurationException at the path if there is none, naming the nearest
     */
    E find(String path, String word) {
        E value = values.get(word);
        if (value == null) {
            throw new ConfigurationException(
                    path, "unknown " + what + " '" + word + "'" + NearestName.hint(word, values.keySet()));
        }
        return value;
    }
}
