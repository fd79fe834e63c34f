// SPDX-License-Identifier: Apache-2.0
/** What a training on bare numbers makes and checks before its first batch. */
@NullMarked
package dev.nn4j.core.internal.preparation;

import org.jspecify.annotations.NullMarked;
