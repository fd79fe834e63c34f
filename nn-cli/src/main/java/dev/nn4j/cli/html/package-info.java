// SPDX-License-Identifier: Apache-2.0
/** Reports as one HTML file; the one place that knows uPlot, which draws them in the reader's browser. */
@NullMarked
package dev.nn4j.cli.html;

import org.jspecify.annotations.NullMarked;
