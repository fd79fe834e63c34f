// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

/**
 * True or false.
 *
 * @param value which of the two
 */
public record JsonFlag(boolean value) implements JsonValue {
    @Override
    public String described() {
        return compact();
    }

    @Override
    public String compact() {
        return Boolean.toString(value);
    }
}
