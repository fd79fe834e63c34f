// SPDX-License-Identifier: Apache-2.0
/** Where a model's answers are good and where not: by cut, by score, by feature, row by row. */
@NullMarked
package dev.nn4j.core.diagnosis;

import org.jspecify.annotations.NullMarked;
