// SPDX-License-Identifier: Apache-2.0
/** What a server counts. */
@NullMarked
package dev.nn4j.serve.internal.watch;

import org.jspecify.annotations.NullMarked;
