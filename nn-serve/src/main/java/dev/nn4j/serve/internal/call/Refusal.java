// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.call;

import java.util.Optional;

/** Why a client gets no answer, in words that are for it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<RowFault> fault;

    private Refusal(int status, String message, Optional<RowFault> fault) {
        super(message, null, false, false);
        this.status = status;
        this.fault = fault;
    }

    /** With a status of HTTP. */
    public static Refusal of(int status, String message) {
        return new Refusal(status, message, Optional.empty());
    }

    /** The request is none. */
    public static Refusal bad(String message) {
        return of(400, message);
    }

    /** There is no such thing. */
    public static Refusal unknown(String message) {
        return of(404, message);
    }

    /** There is more than this server takes. */
    public static Refusal tooLarge(String message) {
        return of(413, message);
    }

    /** A row cannot be answered. */
    public static Refusal row(RowFault fault) {
        return new Refusal(422, fault.message(), Optional.of(fault));
    }

    /** The rows cannot be answered, whichever is looked at. */
    public static Refusal rows(String message) {
        return of(422, message);
    }

    /** The time of a request is up, or the server is about to end. */
    public static Refusal unavailable(String message) {
        return of(503, message);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** Which row it is about, if it is about one. */
    public Optional<RowFault> fault() {
        return fault;
    }

    /** What must be said; never null. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
