// SPDX-License-Identifier: Apache-2.0
/** The one order in which whatever is summed over rows is summed. */
@NullMarked
package dev.nn4j.core.internal.blocks;

import org.jspecify.annotations.NullMarked;
