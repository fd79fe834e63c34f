// SPDX-License-Identifier: Apache-2.0
/** Models as source of other languages. */
@NullMarked
package dev.nn4j.export;

import org.jspecify.annotations.NullMarked;
