// SPDX-License-Identifier: Apache-2.0
/** Plugin jars: what they say of themselves, and class loaders that keep each apart from the host and the others. */
@NullMarked
package dev.nn4j.core.internal.plugin;

import org.jspecify.annotations.NullMarked;
