// SPDX-License-Identifier: Apache-2.0
/** What is in data before anything is learnt from them, and how far rows have moved since. */
@NullMarked
package dev.nn4j.report.data;

import org.jspecify.annotations.NullMarked;
