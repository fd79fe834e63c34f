// SPDX-License-Identifier: Apache-2.0
/** The bytes of a model file: sections in their order, tensors with their checksums, the digest and the footer. */
@NullMarked
package dev.nn4j.io.internal.model.container;

import org.jspecify.annotations.NullMarked;
