// SPDX-License-Identifier: Apache-2.0
/** Data as the platform sees it: named columns, numeric data sets, schema and scaling. */
@NullMarked
package dev.nn4j.core.data;

import org.jspecify.annotations.NullMarked;
