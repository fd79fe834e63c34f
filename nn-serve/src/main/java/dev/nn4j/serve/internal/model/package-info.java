// SPDX-License-Identifier: Apache-2.0
/** Models that are served: versions, reloading, answers of many callers together. */
@NullMarked
package dev.nn4j.serve.internal.model;

import org.jspecify.annotations.NullMarked;
