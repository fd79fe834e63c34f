// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io;

import java.util.Map;

/**
 * A component as a file names it, whether or not it is present here. Texts are the file's own: escape them when
 * printing to a terminal.
 *
 * @param name registry name
 * @param parameters every effective value by name: Double, Long, Boolean or String
 * @param provider {@code nn4j}, or the plugin that registered it
 * @param providerVersion or empty
 * @param providerUrl where the provider can be had, or empty
 * @since 0.1.0
 */
public record ComponentDescription(
        String name, Map<String, Object> parameters, String provider, String providerVersion, String providerUrl) {}
