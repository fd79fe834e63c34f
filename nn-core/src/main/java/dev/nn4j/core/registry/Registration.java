// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.registry;

import dev.nn4j.api.Component;

/**
 * One component in a registry.
 *
 * @param kind its service
 * @param component the prototype with its default hyperparameters
 * @param origin where it comes from
 * @since 0.1.0
 */
public record Registration(ComponentKind<?> kind, Component component, Origin origin) {}
