// SPDX-License-Identifier: Apache-2.0
/** What a model says of itself: its card, and what it keeps of its training for that. */
@NullMarked
package dev.nn4j.report.card;

import org.jspecify.annotations.NullMarked;
