// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.config.starter;

/**
 * How much a configuration that fits data spends on the best answers.
 *
 * @since 0.1.0
 */
public enum Preset {
    /** One small network, in seconds. */
    FAST("fast"),
    /** One network by the whole recipe. */
    GOOD("good"),
    /** Several networks by the recipe, whose answers are averaged. */
    BEST("best");

    private final String word;

    Preset(String word) {
        this.word = word;
    }

    /** As the command line says it. */
    public String word() {
        return word;
    }
}
