// SPDX-License-Identifier: Apache-2.0
/** What models say of themselves: metadata, the OpenAPI document, the page to try them. */
@NullMarked
package dev.nn4j.serve.internal.page;

import org.jspecify.annotations.NullMarked;
