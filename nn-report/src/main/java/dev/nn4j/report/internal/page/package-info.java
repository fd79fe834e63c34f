// SPDX-License-Identifier: Apache-2.0
/** Pages of headings, paragraphs, tables and small pictures, as Markdown and as HTML without scripts. */
@NullMarked
package dev.nn4j.report.internal.page;

import org.jspecify.annotations.NullMarked;
