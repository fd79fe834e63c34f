// SPDX-License-Identifier: Apache-2.0
/** What a choice of thresholds, a calibration or conformal scores did, in words and JSON. */
@NullMarked
package dev.nn4j.report.decision;

import org.jspecify.annotations.NullMarked;
