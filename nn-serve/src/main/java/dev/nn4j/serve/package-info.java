// SPDX-License-Identifier: Apache-2.0
/** A server of models, to be embedded: {@link dev.nn4j.serve.Server#builder()}. */
@NullMarked
package dev.nn4j.serve;

import org.jspecify.annotations.NullMarked;
