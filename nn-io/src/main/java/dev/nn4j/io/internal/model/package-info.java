// SPDX-License-Identifier: Apache-2.0
/** The model file: {@code ModelReader} and {@code ModelWriter} take it from and to its bytes. */
@NullMarked
package dev.nn4j.io.internal.model;

import org.jspecify.annotations.NullMarked;
