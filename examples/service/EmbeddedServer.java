// SPDX-License-Identifier: Apache-2.0

import dev.nn4j.serve.Server;
import dev.nn4j.serve.ServerLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Serves a model from within a program, asks it once, and ends. */
class EmbeddedServer {
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Server server = Server.builder()
                .model(Path.of(arguments[0]))
                .port(0)
                .limits(ServerLimits.usual().withRows(1000))
                .start()) {
            URI predict = server.uri().resolve("models/customers/predict");
            HttpRequest request = HttpRequest.newBuilder(predict)
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofFile(Path.of(arguments[1])))
                    .build();
            System.out.print(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
        }
    }
}
