// SPDX-License-Identifier: Apache-2.0
/** What is fitted to a model's answers when it is trained: the thresholds by which it decides. */
@NullMarked
package dev.nn4j.core.calibration;

import org.jspecify.annotations.NullMarked;
