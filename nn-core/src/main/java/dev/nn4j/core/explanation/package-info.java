// SPDX-License-Identifier: Apache-2.0
/** Why a model answers as it does: what each feature contributes to a row's answer, and what answers owe to each at large. */
@NullMarked
package dev.nn4j.core.explanation;

import org.jspecify.annotations.NullMarked;
