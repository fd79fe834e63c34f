// SPDX-License-Identifier: Apache-2.0
/**
 * What Java Flight Recorder is told of trainings, readings and answers: the one place that knows it. Names and fields of the
 * events are in docs/watching.md.
 */
@NullMarked
package dev.nn4j.core.internal.flight;

import org.jspecify.annotations.NullMarked;
