// SPDX-License-Identifier: Apache-2.0
/** What is described, from and to the messages of {@code nn-model.proto}: one codec for each part. */
@NullMarked
package dev.nn4j.io.internal.model.codec;

import org.jspecify.annotations.NullMarked;
