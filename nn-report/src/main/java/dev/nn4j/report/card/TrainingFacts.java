// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.card;

import dev.nn4j.core.Provenance;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model keeps of the data that it was trained on, in its {@linkplain Provenance provenance}, so that the training can be
 * done again and compared.
 *
 * @param data the name of the file, without its folder
 * @param rows how many rows it had, those set aside included and those without a target not
 * @param sha256 of these rows, see {@link dev.nn4j.core.table.Table#sha256()}
 * @param validationSha256 likewise of rows that were given to validate on
 * @param obstacle why the data and the configuration are not all that the training began with: it started from another model,
 *     or went on with other data
 * @since 0.1.0
 */
public record TrainingFacts(
        String data, long rows, String sha256, Optional<String> validationSha256, Optional<String> obstacle) {
    private static final String DATA = "data";
    private static final String ROWS = "data rows";
    private static final String SHA256 = "data sha256";
    private static final String VALIDATION = "validation data sha256";
    private static final String OBSTACLE = "not from data alone";

    /** As a provenance names it. */
    public Map<String, String> extra() {
        Map<String, String> extra = new TreeMap<>();
        extra.put(DATA, data);
        extra.put(ROWS, Long.toString(rows));
        extra.put(SHA256, sha256);
        validationSha256.ifPresent(digest -> extra.put(VALIDATION, digest));
        obstacle.ifPresent(why -> extra.put(OBSTACLE, why));
        return extra;
    }

    /** What a provenance says; empty if it says nothing that this version knows. */
    public static Optional<TrainingFacts> in(Provenance provenance) {
        Map<String, String> extra = provenance.extra();
        String rows = extra.getOrDefault(ROWS, "");
        if (!extra.containsKey(SHA256) || !rows.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new TrainingFacts(
                extra.getOrDefault(DATA, ""),
                Long.parseLong(rows),
                extra.getOrDefault(SHA256, ""),
                Optional.ofNullable(extra.get(VALIDATION)),
                Optional.ofNullable(extra.get(OBSTACLE))));
    }

    /** Whether a provenance's extra of this name is one of these. */
    static boolean isOne(String name) {
        return name.equals(DATA)
                || name.equals(ROWS)
                || name.equals(SHA256)
                || name.equals(VALIDATION)
                || name.equals(OBSTACLE);
    }
}
