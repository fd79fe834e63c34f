// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

import java.time.Duration;

/**
 * How much is asked of a server at most.
 *
 * @param bodyBytes of a request
 * @param rows of a request
 * @param time from the first byte of a request to its answer
 * @param concurrent requests that are answered at once
 */
public record CallLimits(long bodyBytes, int rows, Duration time, int concurrent) {}
