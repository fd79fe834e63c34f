// SPDX-License-Identifier: Apache-2.0
/** What there is to say of why a model answers so: text, JSON and a page of pictures. */
@NullMarked
package dev.nn4j.report.explanation;

import org.jspecify.annotations.NullMarked;
