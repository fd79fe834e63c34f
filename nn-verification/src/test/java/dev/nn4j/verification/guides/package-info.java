// SPDX-License-Identifier: Apache-2.0
/** What README.md and docs/ show is run as it stands there. */
package dev.nn4j.verification.guides;
