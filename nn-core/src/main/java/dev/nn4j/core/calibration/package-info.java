// SPDX-License-Identifier: Apache-2.0
/** What is fitted to the answers of a model that is trained: what is made of its logits, and the thresholds by which it decides. */
@NullMarked
package dev.nn4j.core.calibration;

import org.jspecify.annotations.NullMarked;
