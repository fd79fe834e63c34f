// SPDX-License-Identifier: Apache-2.0
/** What a report shows of a training and of a model's answers, as numbers; how it looks is {@code html}'s. */
@NullMarked
package dev.nn4j.report.internal.insight;

import org.jspecify.annotations.NullMarked;
