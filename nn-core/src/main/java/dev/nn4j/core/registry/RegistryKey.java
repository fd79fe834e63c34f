// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import java.util.Locale;

/** A kind and a normalised name or alias. */
record RegistryKey(ComponentKind<?> kind, String name) {
    static RegistryKey of(ComponentKind<?> kind, String name) {
        return new RegistryKey(kind, name.trim().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
