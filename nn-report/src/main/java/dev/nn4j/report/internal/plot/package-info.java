// SPDX-License-Identifier: Apache-2.0
/** The pictures' parts. */
@NullMarked
package dev.nn4j.report.internal.plot;

import org.jspecify.annotations.NullMarked;
