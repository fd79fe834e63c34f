// SPDX-License-Identifier: Apache-2.0
/** What there is to say of trainings and models: for people, for programs and as a page. */
@NullMarked
package dev.nn4j.report;

import org.jspecify.annotations.NullMarked;
