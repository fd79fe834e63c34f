// SPDX-License-Identifier: Apache-2.0
/** JSON as plain values, and the one place that knows Jackson. */
@NullMarked
package dev.nn4j.config.internal.json;

import org.jspecify.annotations.NullMarked;
