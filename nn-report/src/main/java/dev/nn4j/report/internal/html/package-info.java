// SPDX-License-Identifier: Apache-2.0
/** The page: its parts and how texts go into it. */
@NullMarked
package dev.nn4j.report.internal.html;

import org.jspecify.annotations.NullMarked;
