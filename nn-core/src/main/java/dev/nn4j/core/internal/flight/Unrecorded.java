// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

/** Work of which nobody is told. */
enum Unrecorded implements Span, RowSpan, RequestSpan {
    WORK;

    @Override
    public void ended() {}

    @Override
    public void ended(long rows) {}

    @Override
    public void ended(int status, long rows, String model) {}
}
