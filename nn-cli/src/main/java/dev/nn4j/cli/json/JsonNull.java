// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.json;

/** Null. */
public enum JsonNull implements JsonValue {
    /** The one there is. */
    NULL;

    @Override
    public String described() {
        return "null";
    }

    @Override
    public String compact() {
        return "null";
    }
}
