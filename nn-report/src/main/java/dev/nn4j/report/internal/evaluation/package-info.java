// SPDX-License-Identifier: Apache-2.0
/** Evaluations, a form for each kind. */
@NullMarked
package dev.nn4j.report.internal.evaluation;

import org.jspecify.annotations.NullMarked;
