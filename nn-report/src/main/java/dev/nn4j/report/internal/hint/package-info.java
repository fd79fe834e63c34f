// SPDX-License-Identifier: Apache-2.0
/** Rules, each of which knows one thing that can be better in a training. */
@NullMarked
package dev.nn4j.report.internal.hint;

import org.jspecify.annotations.NullMarked;
