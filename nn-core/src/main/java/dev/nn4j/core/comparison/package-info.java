// SPDX-License-Identifier: Apache-2.0
/** Several models on the same rows: how far their figures are apart, and how sure that is. */
@NullMarked
package dev.nn4j.core.comparison;

import org.jspecify.annotations.NullMarked;
