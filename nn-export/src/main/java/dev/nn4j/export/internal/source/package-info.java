// SPDX-License-Identifier: Apache-2.0
/** Models to Java source. */
@NullMarked
package dev.nn4j.export.internal.source;

import org.jspecify.annotations.NullMarked;
