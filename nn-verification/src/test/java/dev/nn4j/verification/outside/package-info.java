// SPDX-License-Identifier: Apache-2.0
/** Projects that stand outside the build, as users have them: they know only published artifacts. */
package dev.nn4j.verification.outside;
