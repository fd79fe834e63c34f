// SPDX-License-Identifier: Apache-2.0
/** Rows to answers: what the command line writes as CSV and a server as JSON. */
@NullMarked
package dev.nn4j.report.internal.prediction;

import org.jspecify.annotations.NullMarked;
