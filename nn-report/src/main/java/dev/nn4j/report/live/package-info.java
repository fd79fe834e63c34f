// SPDX-License-Identifier: Apache-2.0
/** Trainings while they run: what is known of them so far, and the page that draws it. */
@NullMarked
package dev.nn4j.report.live;

import org.jspecify.annotations.NullMarked;
