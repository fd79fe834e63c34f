// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.io.internal.model.format;

import java.util.Set;

/** The numbers of the model file's format; docs/model-format.md states them for other readers. */
public final class Format {
    /** The format version that is written, and the newest that is read. */
    public static final int VERSION = 1;

    public static final int OLDEST_VERSION = 1;
    /** A number less an offset is another than the number: who reads over offsets must not read the file. */
    public static final String NUMBER_OFFSETS = "number-offsets";

    /** By own marks a gap would be a value, or a value a gap. */
    public static final String MISSING_MARKS = "missing-marks";

    /** Cells that a pattern of letters describes are in no order. */
    public static final String DATE_FORMATS = "date-formats";

    /** Readers that were there before layers which are only an activation call such a file too new, not damaged. */
    public static final String ACTIVATION_LAYERS = "activation-layers";

    /** As for layers which are only an activation. */
    public static final String SCALE_LAYERS = "scale-layers";

    /** As for layers which are only an activation. */
    public static final String NUMERIC_EMBEDDINGS = "numeric-embeddings";

    /** As for layers which are only an activation. */
    public static final String PARAMETRIC_ACTIVATIONS = "parametric-activations";

    /** Without its coefficients such an activation is another function. */
    public static final String TRAINED_ACTIVATIONS = "trained-activations";

    /** As for layers which are only an activation. */
    public static final String RESIDUAL_BLOCKS = "residual-blocks";

    /** As for layers which are only an activation. */
    public static final String PERIODIC_EMBEDDINGS = "periodic-embeddings";

    /** An index is not as many inputs as there are categories. */
    public static final String CATEGORY_EMBEDDINGS = "category-embeddings";

    /** One network of several would give other outputs than their mean. */
    public static final String ENSEMBLE = "ensemble";

    /** Scales may be infinite, and bent values are others than straight ones. */
    public static final String ROBUST_SCALING = "robust-scaling";

    /** Where one is not scaled, the model gives other numbers, but that is in the vectors: it is the flag that is new. */
    public static final String SCALED_CATEGORIES = "scaled-categories";

    /** One input is not two. */
    public static final String SIGNED_CATEGORIES = "signed-categories";

    /** By one half the answers would be others. */
    public static final String THRESHOLDS = "thresholds";

    /** They are tensors, of which no other reader knows. */
    public static final String CONFORMAL_SCORES = "conformal-scores";
    /** They are of each of several labels, each with a list of its own. */
    public static final String CONFORMAL_LABELS = "conformal-labels";

    /** A network has more outputs than there are answers. */
    public static final String TARGET_DISTRIBUTIONS = "target-distributions";

    /** What a file may require of its readers. */
    public static final Set<String> FEATURES = Set.of(
            NUMBER_OFFSETS,
            MISSING_MARKS,
            DATE_FORMATS,
            ACTIVATION_LAYERS,
            SCALE_LAYERS,
            NUMERIC_EMBEDDINGS,
            PARAMETRIC_ACTIVATIONS,
            RESIDUAL_BLOCKS,
            TRAINED_ACTIVATIONS,
            PERIODIC_EMBEDDINGS,
            CATEGORY_EMBEDDINGS,
            ENSEMBLE,
            ROBUST_SCALING,
            SCALED_CATEGORIES,
            SIGNED_CATEGORIES,
            THRESHOLDS,
            CONFORMAL_SCORES,
            CONFORMAL_LABELS,
            TARGET_DISTRIBUTIONS);

    public static final String PRODUCER = "nn4j";

    /** "NNMODEL" and 1A, read as a little-endian number. */
    public static final long MAGIC = 0x1A4C45444F4D4E4EL;

    public static final int FOOTER_BYTES = 55;
    public static final long MOST_FILE_BYTES = Integer.MAX_VALUE;
    public static final int MOST_METADATA_BYTES = 4 << 20;
    /** Bounds the memory that crafted metadata can ask for: even empty messages cost some. */
    public static final int MOST_METADATA_FIELDS = 1 << 19;

    public static final int MOST_NESTING = 16;
    public static final int MOST_NAME_BYTES = 255;
    /** Golden rows beyond this are left out by the writer, so that wide models still fit the metadata. */
    public static final int MOST_GOLDEN_BYTES = 1 << 20;

    public static final int FIRST_SKIPPED_SECTION = 100;
    public static final int LAST_SKIPPED_SECTION = 999;

    private Format() {}
}
