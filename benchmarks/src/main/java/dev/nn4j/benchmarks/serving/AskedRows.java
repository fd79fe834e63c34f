// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Rows whose answers are known: asked one by one, as CSV and as JSON. For all threads. */
final class AskedRows {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server;
    private final String path;
    private final List<Request> requests = new ArrayList<>();
    /** What each request may be answered with: as many answers as there are models. */
    private final List<List<String>> answers = new ArrayList<>();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Request(String type, String body) {}

    /** Rows of numbers, behind a line of names. */
    AskedRows(URI server, String path, Path rows) throws IOException {
        this.server = server;
        this.path = path;
        List<String> lines = Files.readAllLines(rows);
        String header = lines.get(0);
        String names = Arrays.stream(header.split(",")).collect(Collectors.joining("\",\"", "\"", "\""));
        for (String line : lines.subList(1, lines.size())) {
            requests.add(new Request("text/csv", header + "\n" + line + "\n"));
            String cells = Arrays.stream(line.split(","))
                    .map(cell -> cell.matches("[-0-9.eE]+") ? cell : '"' + cell + '"')
                    .collect(Collectors.joining(","));
            requests.add(new Request(
                    "application/json",
                    "{\"dataframe_split\":{\"columns\":[" + names + "],\"data\":[[" + cells + "]]}}"));
        }
    }

    /** Takes what is answered now for right. */
    void learn() throws IOException, InterruptedException {
        List<String> right = new ArrayList<>();
        for (Request request : requests) {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + ": " + answer.body());
            }
            right.add(answer.body());
        }
        answers.add(right);
    }

    /** Asks for one of them; says whether the answer is one of those that were learnt. */
    boolean ask(Random random) throws IOException, InterruptedException {
        int one = random.nextInt(requests.size());
        HttpResponse<String> answer = send(requests.get(one));
        return answer.statusCode() == 200
                && answers.stream().anyMatch(right -> right.get(one).equals(answer.body()));
    }

    private HttpResponse<String> send(Request request) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", request.type())
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(request.body()))
                        .build(),
                BodyHandlers.ofString());
    }
}
