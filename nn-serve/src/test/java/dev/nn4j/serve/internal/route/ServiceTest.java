// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.io.ModelFile;
import dev.nn4j.serve.ServedSpecimens;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Query;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelName;
import dev.nn4j.serve.internal.model.ModelShadow;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.watch.ShadowTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers, without HTTP. */
class ServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "plan,city,age,fee,joined,last seen,visits a month,trainer,note\n";
    private static final String PLUS = "plus,Bonn,44,34.90,01.03.2025,2026-06-01 18:30,9,yes,\n";
    private static final String STUDENT = "student,Timbuktu,,14.90,12.1.2026,,0.5,,pays late\n";
    private static final String ROW = "{\"plan\":\"plus\",\"city\":\"Bonn\",\"age\":44,\"fee\":34.9,"
            + "\"joined\":\"01.03.2025\",\"last seen\":\"2026-06-01 18:30\",\"visits a month\":9,\"trainer\":true,"
            + "\"note\":null}";

    @TempDir
    static Path folder;

    private static Service service;
    private static Model customers;

    @BeforeAll
    static void serve() throws IOException {
        customers = ServedSpecimens.customers(0);
        ModelFile.write(customers, folder.resolve("customers.nn"));
        ModelFile.write(ServedSpecimens.customers(1), folder.resolve("next.nn"));
        ModelFile.write(ServedSpecimens.diabetes(), folder.resolve("diabetes@7.nn"));
        ModelFile.write(ServedSpecimens.quantiles(), folder.resolve("quantiles.nn"));
        List<ModelSlot> slots = List.of(
                slot(ModelName.of(folder.resolve("customers.nn")), "customers.nn"),
                slot(ModelName.of(folder.resolve("diabetes@7.nn")), "diabetes@7.nn"),
                slot(ModelName.of(folder.resolve("quantiles.nn")), "quantiles.nn"));
        ModelShadow shadow = new ModelShadow(slot(new ModelName("customers", "shadow"), "next.nn"), new ShadowTally());
        service = new Service(
                new ModelCatalog(slots, Map.of("customers", shadow)),
                new CallLimits(1 << 20, 300, Duration.ofSeconds(60), 8));
    }

    private static ModelSlot slot(ModelName name, String file) throws IOException {
        return new ModelSlot(name, folder.resolve(file), ComponentRegistry.standard(), Execution.defaults());
    }

    @AfterAll
    static void end() {
        service.close();
    }

    private static Reply post(String address, String type, String accept, String body) {
        int question = address.indexOf('?');
        String path = question < 0 ? address : address.substring(0, question);
        String query = question < 0 ? "" : address.substring(question + 1);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return service.answer(new Call("POST", path, Query.of(query), type, accept, bytes), "the-id");
    }

    private static JsonNode json(String address, String body) throws IOException {
        Reply reply = post(address, Reply.JSON, "", body);
        assertThat(reply.status()).as(text(reply)).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String get(String path) {
        Reply reply = service.answer(Call.get(path), "the-id");
        assertThat(reply.status()).as(text(reply)).isEqualTo(200);
        return text(reply);
    }

    private static JsonNode refused(int status, String address, String body) throws IOException {
        Reply reply = post(address, "", "", body);
        assertThat(reply.status()).as(text(reply)).isEqualTo(status);
        assertThat(text(reply)).doesNotContain("Exception", "at dev.nn4j", "com.fasterxml", "jetty");
        JsonNode error = JSON.readTree(reply.body());
        assertThat(error.get("requestId").textValue()).isEqualTo("the-id");
        return error;
    }

    private static Prediction expected() {
        Map<String, Object> row = new HashMap<>(Map.of("plan", "plus", "city", "Bonn", "age", 44, "fee", 34.9));
        row.putAll(
                Map.of("joined", "01.03.2025", "last seen", "2026-06-01 18:30", "visits a month", 9, "trainer", true));
        row.put("note", null);
        return customers.predict(row);
    }

    @Test
    void anObjectIsAnsweredAsTheModelAnswersIt() throws IOException {
        JsonNode answer = json("/models/customers/predict", "[" + ROW + "]");
        assertThat(answer.get("model").textValue()).isEqualTo("customers");
        assertThat(answer.get("version").textValue()).isEqualTo("1");
        JsonNode one = answer.get("predictions").get(0);
        assertThat(one.get("prediction").textValue()).isEqualTo(expected().label());
        assertThat(one.get("probability").floatValue())
                .isEqualTo((float) expected().probability());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"dataframe_records\":[%s]}",
                "{\"instances\":[%s]}",
                "[[\"plus\",\"Bonn\",44,34.9,\"01.03.2025\",\"2026-06-01 18:30\",9,true,null]]",
                "[[\"plus\",\"Bonn\",\"44\",\"34.90\",\"01.03.2025\",\"2026-06-01 18:30\",\"9\",\"yes\",\"\"]]",
                "{\"dataframe_split\":{\"index\":[7],\"columns\":[\"city\",\"plan\",\"age\",\"fee\",\"joined\",\"last"
                        + " seen\",\"visits a"
                        + " month\",\"trainer\",\"note\",\"more\"],\"data\":[[\"Bonn\",\"plus\",44,34.9,\"01.03.2025\",\"2026-06-01"
                        + " 18:30\",9,true,null,[]]]}}"
            })
    void everyFormOfARowHasTheSameAnswer(String form) throws IOException {
        String body = form.replace("%s", ROW).replace(",[]]", ",1]");
        JsonNode same = json("/models/customers/predict?probabilities", "[" + ROW + "]");
        assertThat(json("/models/customers/predict?probabilities", body)).isEqualTo(same);
    }

    @Test
    void csvIsAnsweredWithTheColumnsOfPredict() throws IOException {
        Reply reply = post(
                "/models/customers/predict?probabilities&set=0.9&contributions&check&keep=plan",
                Reply.CSV,
                "",
                HEADER + PLUS + STUDENT);
        assertThat(reply.contentType()).isEqualTo(Reply.CSV);
        List<String> lines = text(reply).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("plan,prediction,p_left,p_stayed,prediction_set,base,c_plan,c_city,c_age,c_fee,c_joined,"
                        + "c_last seen,c_visits a month,c_trainer,c_note,outside");
        assertThat(lines.get(1)).startsWith("plus," + expected().label() + ",");
        JsonNode first = JSON.readTree(post(
                                "/models/customers/predict?probabilities&set=0.9&contributions&check",
                                Reply.CSV,
                                Reply.JSON,
                                HEADER + PLUS + STUDENT)
                        .body())
                .get("predictions")
                .get(0);
        List<String> cells = List.of(lines.get(1).split(",", -1));
        assertThat(cells)
                .contains(
                        first.get("base").asText(),
                        first.get("probabilities").get("left").asText());
    }

    @Test
    void baseAndContributionsAddUpAndWhatIsOddIsNoted() throws IOException {
        Reply reply = post(
                "/models/customers/predict?probabilities&contributions&check", "", Reply.JSON, HEADER + PLUS + STUDENT);
        JsonNode answer = JSON.readTree(reply.body());
        for (JsonNode one : answer.get("predictions")) {
            double sum = one.get("base").doubleValue();
            for (JsonNode part : one.get("contributions")) {
                sum += part.doubleValue();
            }
            assertThat(sum).isCloseTo(one.get("probabilities").get("left").doubleValue(), within(1e-6));
        }
        assertThat(answer.get("predictions").get(1).get("outside").get(0).textValue())
                .isEqualTo("city");
        assertThat(answer.get("notes").toString()).contains("Timbuktu", "\"filled\":1");
    }

    @Test
    void numbersHaveIntervalsWhoseEndsAreAroundThem() throws IOException {
        JsonNode one = json(
                        "/models/diabetes/versions/7/predict?interval=0.8", "[[59,2,32.1,101,157,93.2,38,4,4.8598,87]]")
                .get("predictions")
                .get(0);
        double number = one.get("prediction").doubleValue();
        assertThat(one.get("interval").get("low").doubleValue()).isLessThan(number);
        assertThat(one.get("interval").get("high").doubleValue()).isGreaterThan(number);
        refused(422, "/models/diabetes/predict?set=0.9", "[[59,2,32.1,101,157,93.2,38,4,4.8598,87]]");
    }

    @Test
    void quantilesAreSaidBesideTheNumber() throws IOException {
        String rows = "[[59,2,32.1,101,157,93.2,38,4,4.8598,87]]";
        JsonNode one = json("/models/quantiles/predict?interval=0.8", rows)
                .get("predictions")
                .get(0);
        assertThat(one.get("quantiles").get("0.5").asText())
                .isEqualTo(one.get("prediction").asText());
        assertThat(one.get("quantiles").get("0.95").doubleValue())
                .isGreaterThan(one.get("quantiles").get("0.05").doubleValue());
        assertThat(one.get("interval").get("low").doubleValue())
                .isLessThan(one.get("interval").get("high").doubleValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44 | \"old\" | 1 | age | must hold finite decimal numbers",
                "\"01.03.2025\" | \"soon\" | 1 | joined | must hold dates",
                "true | 7 | 1 | trainer | must",
                "\"Bonn\" | [] | 1 | city | must be a text, a number, true, false or null, got a list",
                "44 | 1e99 | 1 | age | 32-bit number",
                "\"age\" | \"aeg\" | 1 | age | is missing",
            })
    void aRowThatCannotBeAnsweredIsNamedWithItsFieldAndARemedy(
            String from, String to, int row, String field, String problem) throws IOException {
        JsonNode error = refused(422, "/models/customers/predict", "[" + ROW.replace(from, to) + "]");
        assertThat(error.get("row").intValue()).isEqualTo(row);
        assertThat(error.get("field").textValue()).isEqualTo(field);
        assertThat(error.get("error").textValue()).startsWith("row 1: ").contains(problem);
        assertThat(error.get("remedy").textValue()).isNotEmpty();
    }

    @Test
    void aRowOfCsvIsNamedByItsNumberNotByItsLine() throws IOException {
        JsonNode error =
                refused(422, "/models/customers/predict", HEADER + PLUS + STUDENT.replace("12.1.2026", "yesterday"));
        assertThat(error.get("row").intValue()).isEqualTo(2);
        assertThat(error.get("field").textValue()).isEqualTo("joined");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /models/customers/predict | [[1 | no JSON",
                "400 | /models/customers/predict | {\"dataframe_split\":3} | must be an object",
                "400 | /models/customers/predict?intreval=0.9 | [] | did you mean 'interval'?",
                "400 | /models/customers/predict?interval=2 | [] | must be a share in (0, 1)",
                "400 | /models/customers/predict?keep=plan | [] | text/csv",
                "400 | /v2/models/customers/infer | {\"inputs\":3} | must be a list",
                "400 | /v2/models/customers/infer |"
                        + " {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP32\",\"shape\":[2],\"data\":[1]}]} | asks for 2"
                        + " values",
                "400 | /v2/models/customers/infer |"
                        + " {\"inputs\":[{\"name\":\"a\",\"datatype\":\"FP32\",\"shape\":[-1],\"data\":[]}]} | negative",
                "404 | /models/customer/predict | [] | did you mean 'customers'?",
                "404 | /models/customers/versions/2/predict | [] | no version '2'",
                "404 | /nothing | [] | openapi.json",
                "405 | /metrics | [] | GET",
                "422 | /models/customers/predict?spread | [] | one network",
            })
    void whatCannotBeIsRefusedWithWords(int status, String address, String body, String words) throws IOException {
        assertThat(refused(status, address, body).get("error").textValue()).contains(words);
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        JsonNode error = refused(422, "/models/customers/predict", "plam,city\nplus,Bonn\n");
        assertThat(error.get("error").textValue()).contains("plan");
    }

    @Test
    void moreRowsThanAllowedAreRefused() throws IOException {
        String rows = "[" + (ROW + ",").repeat(300) + ROW + "]";
        assertThat(refused(413, "/models/customers/predict", rows).get("error").textValue())
                .contains("300 rows");
        assertThat(refused(413, "/models/customers/predict", HEADER + PLUS.repeat(301))
                        .get("error")
                        .textValue())
                .contains("300 rows");
        assertThat(json("/models/customers/predict", "[]").get("predictions")).isEmpty();
    }

    @Test
    void namedTensorsAreAnsweredAsRowsAre() throws IOException {
        String inputs = tensor("plan", "BYTES", "\"plus\"")
                + tensor("city", "BYTES", "\"Bonn\"")
                + tensor("age", "FP32", "44")
                + tensor("fee", "FP64", "34.9")
                + tensor("joined", "BYTES", "\"01.03.2025\"")
                + tensor("last seen", "BYTES", "\"2026-06-01 18:30\"")
                + tensor("visits a month", "INT64", "9")
                + tensor("trainer", "BOOL", "true")
                + tensor("note", "BYTES", "null");
        JsonNode answer = json(
                "/v2/models/customers/infer",
                "{\"id\":\"x\",\"inputs\":[" + inputs.substring(0, inputs.length() - 1)
                        + "],\"parameters\":{\"set\":0.9}}");
        assertThat(answer.get("id").textValue()).isEqualTo("x");
        assertThat(answer.get("outputs"))
                .extracting(output -> output.get("name").textValue())
                .containsExactly("prediction", "p_left", "p_stayed", "prediction_set");
        assertThat(answer.get("outputs").get(0).get("data").get(0).textValue())
                .isEqualTo(expected().label());
        assertThat(JSON.readTree(get("/v2/models/customers"))
                        .get("inputs")
                        .get(2)
                        .toString())
                .isEqualTo("{\"name\":\"age\",\"datatype\":\"FP32\",\"shape\":[-1]}");
    }

    private static String tensor(String name, String datatype, String value) {
        return "{\"name\":\"" + name + "\",\"datatype\":\"" + datatype + "\",\"shape\":[1,1],\"data\":[" + value
                + "]},";
    }

    @Test
    void allFeaturesMayBeOneTensor() throws IOException {
        String rows = "[[59,2,32.1,101,157,93.2,38,4,4.8598,87],[48,1,21.6,87,183,103.2,70,3,3.8918,69]]";
        JsonNode answer = json(
                "/v2/models/diabetes/infer",
                "{\"inputs\":[{\"name\":\"x\",\"shape\":[2,10],\"datatype\":\"FP32\",\"data\":" + rows
                        + "}],\"outputs\":[{\"name\":\"prediction\"}]}");
        JsonNode plain = json("/models/diabetes/predict", rows);
        assertThat(answer.get("outputs").get(0).get("shape").toString()).isEqualTo("[2]");
        assertThat(answer.get("outputs").get(0).get("data").get(1))
                .isEqualTo(plain.get("predictions").get(1).get("prediction"));
    }

    @Test
    void metricsCountRowsLabelsGapsDriftAndTheShadow() throws Exception {
        post("/models/customers/predict", "", "", HEADER + PLUS + STUDENT);
        service.aftermath().await();
        String metrics = get("/metrics");
        assertThat(metrics)
                .contains("nn_requests_total{route=\"/models/{name}/predict\",status=\"200\"}")
                .contains("nn_unseen_categories_total{model=\"customers\",version=\"1\",feature=\"city\"}")
                .contains("nn_filled_gaps_total{model=\"customers\",version=\"1\",feature=\"age\"}")
                .contains("nn_drift_psi{model=\"customers\",version=\"1\",feature=\"age\"}")
                .contains("nn_out_of_range_total{model=\"customers\",version=\"1\",feature=\"city\"}")
                .containsPattern(
                        "nn_predictions_total\\{model=\"customers\",version=\"1\",label=\"(left|stayed)\"} [1-9]")
                .containsPattern("nn_shadow_rows_total\\{model=\"customers\"} [1-9]")
                .contains("nn_request_seconds_bucket{route=\"/models/{name}/predict\",le=\"+Inf\"}");
        assertThat(metrics.lines())
                .allMatch(line -> line.matches("# (HELP|TYPE) \\w+ .+|\\w+(\\{.*})? [-+0-9.EeNInaf]+"));
        assertThat(get("/models/customers")).contains("\"shadow\"", "\"meanDifference\"");
    }

    @Test
    void theOpenApiDocumentDescribesEachModelsRows() throws IOException {
        JsonNode document = JSON.readTree(get("/openapi.json"));
        assertThat(document.at("/paths/~1models~1customers~1predict/post/requestBody")
                        .isObject())
                .isTrue();
        JsonNode row = document.at("/components/schemas/customers_1_row");
        assertThat(row.at("/properties/age/type").textValue()).isEqualTo("number");
        assertThat(row.at("/properties/age/description").textValue()).startsWith("training saw ");
        assertThat(json("/models/customers/predict", "[" + row.get("example") + "]")
                        .get("predictions"))
                .hasSize(1);
        document.findValues("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.textValue().substring(1)).isObject())
                        .as(reference.textValue())
                        .isTrue());
    }

    @Test
    void healthNamesWhatIsServedAndThePageAndTheCardAreThere() throws IOException {
        assertThat(JSON.readTree(get("/v2/health/live")).get("live").booleanValue())
                .isTrue();
        assertThat(JSON.readTree(get("/v2/health/ready")).get("models")).hasSize(3);
        assertThat(get("/v2/models/customers/ready")).contains("\"ready\":true", "\"sha256\"");
        assertThat(get("/v2")).contains("\"name\":\"nn4j\"");
        assertThat(get("/")).contains("try.js");
        assertThat(get("/models/customers/card")).contains("Model card");
    }
}
