// SPDX-License-Identifier: Apache-2.0
/** Connections to databases. */
@NullMarked
package dev.nn4j.jdbc.internal;

import org.jspecify.annotations.NullMarked;
