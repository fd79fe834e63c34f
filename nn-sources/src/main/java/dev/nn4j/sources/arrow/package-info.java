// SPDX-License-Identifier: Apache-2.0
/** Arrow's IPC format, file and stream, of flat columns. */
@NullMarked
package dev.nn4j.sources.arrow;

import org.jspecify.annotations.NullMarked;
