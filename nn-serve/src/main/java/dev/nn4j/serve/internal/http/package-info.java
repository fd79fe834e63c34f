// SPDX-License-Identifier: Apache-2.0
/** HTTP: the one place that knows Jetty. */
@NullMarked
package dev.nn4j.serve.internal.http;

import org.jspecify.annotations.NullMarked;
