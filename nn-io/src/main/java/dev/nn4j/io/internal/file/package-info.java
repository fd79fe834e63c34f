// SPDX-License-Identifier: Apache-2.0
/** Opening files, and words for what goes wrong. */
@NullMarked
package dev.nn4j.io.internal.file;

import org.jspecify.annotations.NullMarked;
