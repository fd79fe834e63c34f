// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

/** A request that is being answered. */
public interface RequestSpan {
    /**
     * It has its answer.
     *
     * @param status of HTTP
     * @param rows that were answered
     * @param model that answered, empty if there is none
     */
    void ended(int status, long rows, String model);
}
