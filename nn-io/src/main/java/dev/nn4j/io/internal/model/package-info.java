// SPDX-License-Identifier: Apache-2.0
/** The model file: its bytes, its checks, and its way from and to a {@link dev.nn4j.core.Model}. */
@NullMarked
package dev.nn4j.io.internal.model;

import org.jspecify.annotations.NullMarked;
