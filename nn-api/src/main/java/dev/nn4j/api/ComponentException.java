// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * A component that is missing, found twice, or broken.
 *
 * @since 0.1.0
 */
public final class ComponentException extends Nn4jException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No provider has this name. */
        MISSING,
        /** Two providers claim the same name. */
        DUPLICATE,
        /** Its provider cannot be loaded or breaks the contract. */
        BROKEN,
        /** It lacks an ability that components need not have, such as a form in ONNX. */
        UNSUPPORTED
    }

    private final Reason reason;
    private final String component;

    /**
     * A fault of the named component.
     *
     * @param component its name as it was asked for
     */
    public ComponentException(Reason reason, String component, String problem) {
        super(problem, null);
        this.reason = reason;
        this.component = component;
    }

    /** A fault of the named component, seen as an exception or error of its own. */
    public ComponentException(Reason reason, String component, String problem, Throwable cause) {
        super(problem, cause);
        this.reason = reason;
        this.component = component;
    }

    /** Why it cannot be used. */
    public Reason reason() {
        return reason;
    }

    /** The name that was asked for; one with a colon, as in {@code acme:swish}, belongs to a third party. */
    public String component() {
        return component;
    }
}
