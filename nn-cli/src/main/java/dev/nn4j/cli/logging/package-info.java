// SPDX-License-Identifier: Apache-2.0
/** Where log messages go; the one place that knows Logback. */
@NullMarked
package dev.nn4j.cli.logging;

import org.jspecify.annotations.NullMarked;
