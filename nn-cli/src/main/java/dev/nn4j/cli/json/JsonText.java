// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * A text.
 *
 * @param value without quotes and escapes
 */
public record JsonText(String value) implements JsonValue {
    private static final int MOST_SHOWN = 40;

    @Override
    public String described() {
        return value.length() <= MOST_SHOWN ? compact() : new JsonText(value.substring(0, MOST_SHOWN) + "…").compact();
    }

    @Override
    public String compact() {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
