// SPDX-License-Identifier: Apache-2.0
/** Cross-validation: an experiment trained and judged on every fold. */
@NullMarked
package dev.nn4j.core.validation;

import org.jspecify.annotations.NullMarked;
