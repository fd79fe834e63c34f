// SPDX-License-Identifier: Apache-2.0
/** What holds for the whole of a model file: its numbers, what names may be, and the words for what is wrong with one. */
@NullMarked
package dev.nn4j.io.internal.model.format;

import org.jspecify.annotations.NullMarked;
