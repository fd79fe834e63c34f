// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.answer;

import dev.nn4j.core.schema.InputTally.Leniency;
import dev.nn4j.serve.internal.call.Query;
import dev.nn4j.serve.internal.call.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants to know of each row.
 *
 * @param probabilities of every label
 * @param interval the share of rows whose truth lies in it
 * @param set the share of rows whose true label is in it
 * @param contributions of the features
 * @param check whether values lie outside what training saw
 * @param spread how far an ensemble's networks are apart
 * @param keep columns that are copied, into CSV
 * @param leniency which gaps leave a row without an answer rather than end the request
 */
public record AnswerOptions(
        boolean probabilities,
        Optional<Double> interval,
        Optional<Double> set,
        boolean contributions,
        boolean check,
        boolean spread,
        List<String> keep,
        Leniency leniency) {
    /** The query parameters by which it is asked, with the words of {@code nn predict}. */
    public static final List<String> PARAMETERS =
            List.of("probabilities", "interval", "set", "contributions", "check", "spread", "keep", "missing");

    /** Nothing but the answers. */
    private static final AnswerOptions PLAIN =
            new AnswerOptions(false, Optional.empty(), Optional.empty(), false, false, false, List.of(), Leniency.NONE);

    /** As a query says. */
    public static AnswerOptions of(Query query) {
        return query.values().isEmpty() ? PLAIN : read(query);
    }

    private static AnswerOptions read(Query query) {
        query.requireKnown(PARAMETERS);
        return new AnswerOptions(
                query.flag("probabilities"),
                query.share("interval"),
                query.share("set"),
                query.flag("contributions"),
                query.flag("check"),
                query.flag("spread"),
                List.copyOf(query.all("keep")),
                leniency(query.one("missing").orElse("fail")));
    }

    private static Leniency leniency(String word) {
        return switch (word) {
            case "fail" -> Leniency.NONE;
            case "skip" -> Leniency.ALL;
            default -> throw Refusal.bad("missing: must be skip or fail, got '" + word + "'");
        };
    }
}
