// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn4j.core.cell.CellType;
import dev.nn4j.core.experiment.Monitor;
import dev.nn4j.core.fit.BatchProgress;
import dev.nn4j.core.fit.EpochRecord;
import dev.nn4j.core.fit.TrainingListener;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import dev.nn4j.tune.TrialRecord;
import dev.nn4j.tune.TrialStart;
import dev.nn4j.tune.TuningListener;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LiveCourseTest {
    private final LiveCourse course = new LiveCourse("species", "iris.csv", "{}", 1);

    private static EpochRecord epoch(int number) {
        return EpochRecord.builder(number)
                .loss(1.0 / number)
                .validationLoss(OptionalDouble.of(2.0 / number))
                .learningRate(0.01)
                .build();
    }

    private static JsonNode next(LiveCourse.Reader reader) throws IOException {
        return new ObjectMapper().readTree(reader.next().orElseThrow());
    }

    @Test
    void aReaderIsToldWhatThereIsAndThenWhatIsNew() throws IOException {
        TrainingListener training = course.listener("");
        training.epochEnded(epoch(1));
        training.epochEnded(epoch(2));
        LiveCourse.Reader reader = course.reader();

        JsonNode first = next(reader);
        assertThat(first.get("title").asText()).isEqualTo("species");
        assertThat(first.get("runs").toString())
                .isEqualTo("[{\"name\":\"\",\"epoch\":[1,2],\"loss\":[1,0.5],\"validationLoss\":[2,1],"
                        + "\"accuracy\":[null,null],\"validationAccuracy\":[null,null],"
                        + "\"learningRate\":[0.01,0.01],\"scores\":{}}]");
        assertThat(reader.next()).isEmpty();

        training.epochEnded(epoch(4));
        JsonNode second = next(reader);
        assertThat(second.has("title")).isFalse();
        assertThat(second.at("/runs/0/epoch").toString()).isEqualTo("[4]");
        assertThat(next(course.reader()).at("/runs/0/epoch").toString())
                .as("another reader begins at the beginning")
                .isEqualTo("[1,2,4]");
    }

    @Test
    void whereAnEpochStandsIsToldBeforeItEnds() throws IOException {
        course.listener("member-2").batchEnded(new BatchProgress(3, 10, 25, 100, Double.NaN, OptionalDouble.empty()));

        assertThat(next(course.reader()).get("runs").toString())
                .isEqualTo("[{\"name\":\"member-2\",\"at\":{\"epoch\":3,\"epochs\":10,\"share\":0.25,\"loss\":null}}]");
    }

    @Test
    void ofVeryManyEpochsThereAreSomeAtEvenDistancesAndTheLast() throws IOException {
        TrainingListener training = course.listener("");
        for (int number = 1; number <= 2500; number++) {
            training.epochEnded(epoch(number));
        }

        JsonNode epochs = next(course.reader()).at("/runs/0/epoch");
        assertThat(epochs).hasSize(1000);
        assertThat(epochs.get(0).asInt()).isEqualTo(2);
        assertThat(epochs.get(999).asInt()).isEqualTo(2500);
    }

    @Test
    void theTrainingOnAllRowsIsOneOfItsOwn() throws IOException {
        course.listener("").refitting(150, 5).epochEnded(epoch(1));

        assertThat(next(course.reader()).at("/runs/0/name").asText()).isEqualTo("all rows");
    }

    @Test
    void theEndIsTheLastThatIsToldAndTheFirstEndCounts() throws IOException {
        LiveCourse.Reader reader = course.reader();
        next(reader);
        assertThat(reader.isOver()).isFalse();
        course.listener("").epochEnded(epoch(1));
        course.end(true, "accuracy 1.0\n");
        course.end(false, "stopped");

        JsonNode last = next(reader);
        assertThat(last.at("/runs/0/epoch").toString()).isEqualTo("[1]");
        assertThat(last.get("end").toString()).isEqualTo("{\"complete\":true,\"words\":\"accuracy 1.0\\n\"}");
        assertThat(reader.isOver()).isTrue();
    }

    @Test
    void aSearchTellsItsTrialsAsTheyAreJudged() throws IOException {
        TuningListener search = course.search();
        LiveCourse.Reader reader = course.reader();
        assertThat(next(reader).has("search")).isFalse();
        Table searched = Csv.parse("x\n1\n2\n", name -> CellType.NUMBER);
        search.started(searched, 1, Monitor.VALIDATION_LOSS, List.of("training.epochs"));
        search.training(new TrialStart(3, 1, 0, List.of("5"))).epochEnded(epoch(1));
        search.training(new TrialStart(3, 2, 1, List.of("5"))).epochEnded(epoch(1));
        search.reached(new TrialRecord(3, 1, 4, OptionalDouble.empty(), List.of("5")));
        search.refit(3, 0).epochEnded(epoch(1));

        JsonNode news = next(reader);
        assertThat(news.get("search").toString())
                .isEqualTo("{\"score\":\"val_loss\",\"lessIsBetter\":true,\"rows\":2,\"heldOut\":1,"
                        + "\"settings\":[\"training.epochs\"],\"share\":0,\"trials\":[{\"trial\":3,\"rung\":1,"
                        + "\"epochs\":4,\"score\":null,\"settings\":[\"5\"]}]}");
        assertThat(news.get("runs").findValuesAsText("name"))
                .containsExactly("trial-3", "trial-3-rung-2-fold-1", "refit-3");
        assertThat(reader.next()).isEmpty();

        search.progressed(0.25);
        assertThat(next(reader).get("search").toString()).isEqualTo("{\"share\":0.25,\"trials\":[]}");
        assertThat(next(course.reader()).at("/search/trials")).hasSize(1);
    }

    @Test
    void thePageIsOneFileThatListensToItsOwnServerAlone() throws IOException {
        assertThat(LivePage.html())
                .contains("connect-src 'self'", "new EventSource('events')")
                .doesNotContain("http:", "https:", "src=\"", "@import", "@script@", "@charts@");
    }
}
