// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report;

/**
 * What there is to say of something, in two forms.
 *
 * @since 0.1.0
 */
public interface Report {
    /** For people: tables and sentences, rounded; every line is ended. */
    String text();

    /** For programs: an object of JSON in which every number is whole; its last line is not ended. */
    String json();
}
