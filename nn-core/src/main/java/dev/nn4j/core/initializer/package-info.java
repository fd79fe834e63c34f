// SPDX-License-Identifier: Apache-2.0
/** The initializers that come with nn4j. */
@NullMarked
package dev.nn4j.core.initializer;

import org.jspecify.annotations.NullMarked;
