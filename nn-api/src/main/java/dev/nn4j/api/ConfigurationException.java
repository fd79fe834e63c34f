// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.api;

/**
 * A configuration that cannot be meant: an unknown key, a wrong type, layers that do not fit.
 *
 * @since 0.1.0
 */
public final class ConfigurationException extends Nn4jException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * A fault at a place of the configuration.
     *
     * @param path where, as in {@code network.layers[1].outputDim}; empty for the whole
     * @param problem what is wrong; what to do
     */
    public ConfigurationException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem, null);
        this.path = path;
    }

    /** Where the fault lies, as in {@code network.layers[1].outputDim}. */
    public String path() {
        return path;
    }
}
