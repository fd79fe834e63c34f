// SPDX-License-Identifier: Apache-2.0
/** Where a model's answers are good and where not, as JSON and tables. */
@NullMarked
package dev.nn4j.report.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
