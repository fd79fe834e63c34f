// SPDX-License-Identifier: Apache-2.0
/**
 * What a model's columns are: features and their kinds, targets, labels, policies for missing and unseen values; how
 * rows are bound to them.
 */
@NullMarked
package dev.nn4j.core.schema;

import org.jspecify.annotations.NullMarked;
