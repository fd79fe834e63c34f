// SPDX-License-Identifier: Apache-2.0
/** Providers of rows and of unpacked bytes, which programs meet as services only. */
@NullMarked
package dev.nn4j.sources;

import org.jspecify.annotations.NullMarked;
