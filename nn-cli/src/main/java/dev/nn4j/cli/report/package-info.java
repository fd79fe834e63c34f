// SPDX-License-Identifier: Apache-2.0
/** Results as tables for people, as JSON and as CSV. */
@NullMarked
package dev.nn4j.cli.report;

import org.jspecify.annotations.NullMarked;
