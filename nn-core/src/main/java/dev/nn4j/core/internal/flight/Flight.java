// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.flight;

import jdk.jfr.FlightRecorder;

/**
 * Begins what Flight Recorder is told of. Where it was never started in this process no class of an event is touched: the first
 * takes a few tenths of a second, as the JDK then reads what all of its own events are.
 */
public final class Flight {
    /** A runtime that was put together for programs on the class path may lack it. */
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Flight() {}

    /** Whether Flight Recorder was started in this process; costs nothing. */
    static boolean isRecorded() {
        return PRESENT && FlightRecorder.isInitialized();
    }

    /**
     * The training of one of several networks.
     *
     * @param role what it is: "member" of an ensemble, "fold", "trial" of a search, "shard"
     * @param number which of them, as messages count them
     * @param epochs up to which it is trained now
     */
    public static Span network(String role, int number, int epochs) {
        return isRecorded() ? NetworkEvent.begun(role, number, epochs) : Unrecorded.WORK;
    }

    /**
     * A pass over rows beside the epochs.
     *
     * @param part what it is for: "division", "statistics", "encoding", "profile"
     */
    public static Span preparation(String part, long rows) {
        return isRecorded() ? PreparationEvent.begun(part, rows) : Unrecorded.WORK;
    }

    /**
     * The reading of a source.
     *
     * @param source as messages name it
     */
    public static RowSpan reading(String source, int columns) {
        return isRecorded() ? ReadingEvent.begun(source, columns) : Unrecorded.WORK;
    }

    /**
     * Rows that a model answers.
     *
     * @param source as messages name it
     */
    public static RowSpan scoring(String source) {
        return isRecorded() ? ScoringEvent.begun(source) : Unrecorded.WORK;
    }

    /**
     * The answer to a request.
     *
     * @param path as a pattern, which holds nothing that clients choose
     */
    public static RequestSpan request(String path) {
        return isRecorded() ? RequestEvent.begun(path) : Unrecorded.WORK;
    }
}
