// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.onnx.internal;

/** The names under which an ONNX file's metadata says what inputs and outputs mean. Lists are JSON arrays of strings. */
public final class MetadataKeys {
    /** List: the input's columns. */
    public static final String FEATURES = "features";
    /** {@code true} where the features' names were made up. */
    public static final String INVENTED_NAMES = "invented_names";
    /** List: the target columns. */
    public static final String TARGETS = "targets";
    /** {@code regression}, {@code binary}, {@code multi-class} or {@code multi-label}. */
    public static final String TASK = "task";
    /** List: the labels. */
    public static final String CLASSES = "classes";
    /** Binary only: the label whose probability the network gives. */
    public static final String POSITIVE_CLASS = "positive_class";
    /** List: for each output the probability above which it says yes; only where one is not one half. */
    public static final String THRESHOLDS = "thresholds";
    /** How the scaling in front was fitted. */
    public static final String INPUT_SCALING = "input_scaling";
    /** {@code true} where it was fitted to zeros and ones as well. */
    public static final String SCALED_CATEGORIES = "scaled_categories";
    /** How the scaling behind was fitted. */
    public static final String TARGET_SCALING = "target_scaling";
    /** The loss's name; {@code loss.NAME} are its parameters. */
    public static final String LOSS = "loss";
    /** Where features are more than numbers: base64 of the schema as the model file has it. */
    public static final String SCHEMA = "schema";
    /** SHA-256 of the model file's body. */
    public static final String SHA256 = "sha256";

    private MetadataKeys() {}
}
