// SPDX-License-Identifier: Apache-2.0
/** How good a model is: classification and regression metrics. */
@NullMarked
package dev.nn4j.core.metrics;

import org.jspecify.annotations.NullMarked;
