// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn4j.config.internal.json.Json;
import dev.nn4j.core.conformal.Conformal;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.report.Report;
import dev.nn4j.report.internal.text.ConformalText;
import dev.nn4j.report.internal.text.TextTable;
import java.util.Optional;

/**
 * By what scores a model says how far its answers may be from the truth.
 *
 * @param conformal the scores
 * @param schema what the model answers
 * @param model where the model that has them went
 * @since 0.1.0
 */
public record ConformalReport(Conformal conformal, Schema schema, Optional<String> model) implements Report {
    @Override
    public String text() {
        ConformalText text = new ConformalText(conformal, schema);
        TextTable rest = TextTable.ofTexts()
                .line("rows", Integer.toString(conformal.rows()))
                .line("method", conformal.method().word());
        model.ifPresent(file -> rest.line("model", file));
        return text.table().render() + "\n" + rest.render();
    }

    @Override
    public String json() {
        return new ConformalText(conformal, schema)
                .json()
                .with("model", model.<JsonNode>map(Json::text).orElseGet(Json::none))
                .pretty();
    }
}
