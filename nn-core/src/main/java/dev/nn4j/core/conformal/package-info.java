// SPDX-License-Identifier: Apache-2.0
/** What says how far answers may be from the truth: scores of rows that a model has not learnt from. */
@NullMarked
package dev.nn4j.core.conformal;

import org.jspecify.annotations.NullMarked;
