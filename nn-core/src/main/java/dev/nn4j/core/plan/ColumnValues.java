// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings with their values, in the order in which they are written. */
final class ColumnValues {
    private final Map<String, Object> values = new LinkedHashMap<>();

    ColumnValues with(ColumnSetting setting, Object value) {
        values.put(setting.name(), setting.form().type().cast(value));
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(values);
    }
}
