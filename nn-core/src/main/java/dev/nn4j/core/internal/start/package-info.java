// SPDX-License-Identifier: Apache-2.0

/** What layers take of the rows of a training when it begins: edges of bins, weights by the deviation of what they give. */
@NullMarked
package dev.nn4j.core.internal.start;

import org.jspecify.annotations.NullMarked;
