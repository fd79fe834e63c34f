// SPDX-License-Identifier: Apache-2.0
/** The picture of a training. */
@NullMarked
package dev.nn4j.report.plot;

import org.jspecify.annotations.NullMarked;
