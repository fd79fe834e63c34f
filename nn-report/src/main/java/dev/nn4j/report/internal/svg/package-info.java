// SPDX-License-Identifier: Apache-2.0
/** Pictures as SVG: all that nn draws without a script is written here. */
@NullMarked
package dev.nn4j.report.internal.svg;

import org.jspecify.annotations.NullMarked;
