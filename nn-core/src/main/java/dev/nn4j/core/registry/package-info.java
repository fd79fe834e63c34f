// SPDX-License-Identifier: Apache-2.0
/** Finding components by name. */
@NullMarked
package dev.nn4j.core.registry;

import org.jspecify.annotations.NullMarked;
