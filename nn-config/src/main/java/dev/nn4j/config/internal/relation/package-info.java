// SPDX-License-Identifier: Apache-2.0
/** What goes with what in data. */
@NullMarked
package dev.nn4j.config.internal.relation;

import org.jspecify.annotations.NullMarked;
