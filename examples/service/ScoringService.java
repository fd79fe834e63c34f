// SPDX-License-Identifier: Apache-2.0

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nn4j.api.DataException;
import dev.nn4j.core.Model;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.core.schema.Schema;
import dev.nn4j.core.table.Table;
import dev.nn4j.io.Csv;
import dev.nn4j.io.CsvOutput;
import dev.nn4j.io.ModelFile;
import dev.nn4j.io.ModelVerification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/** Answers CSV with a header by a label and its probability for each row, on the JDK's own HTTP server. */
class ScoringService {
    private static final int MOST_BYTES = 1 << 20;

    /** What requests are answered with: replaced whole, so that each request sees one model. */
    private record Serving(Model model, String sha256) {}

    private final Path file;
    private final ComponentRegistry registry = ComponentRegistry.standard();
    private volatile Serving serving;

    private ScoringService(Path file) throws IOException {
        this.file = file;
        this.serving = load();
    }

    /** Takes the model's file and the port. */
    public static void main(String[] arguments) throws IOException {
        ScoringService service = new ScoringService(Path.of(arguments[0]));
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
        server.createContext("/predict", exchange -> answer(exchange, () -> service.predict(exchange)));
        server.createContext("/health", exchange -> answer(exchange, service::health));
        server.createContext("/reload", exchange -> answer(exchange, service::reload));
        server.start();
    }

    /** A file is served only if it reproduces its golden rows here, bit for bit. */
    private Serving load() throws IOException {
        ModelVerification verification = ModelFile.verify(file, registry);
        if (!verification.passed()) {
            throw new IOException(file + ": " + String.join("; ", verification.differences()));
        }
        return new Serving(ModelFile.read(file, registry), verification.sha256());
    }

    private byte[] health() {
        return text("serving " + serving.sha256());
    }

    /** What this server's clients rely on must stay: the columns they send and the labels they get. */
    private synchronized byte[] reload() throws IOException {
        Serving fresh = load();
        Schema old = serving.model().schema();
        Schema now = fresh.model().schema();
        if (!now.featureNames().equals(old.featureNames()) || !now.labels().equals(old.labels())) {
            throw new IOException(file + ": other features or labels than the model that is served");
        }
        serving = fresh;
        return health();
    }

    private byte[] predict(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (request.length > MOST_BYTES) {
            throw new DataException("request: must have at most " + MOST_BYTES + " bytes; send fewer rows at a time");
        }
        Model model = serving.model();
        Schema schema = model.schema();
        Table rows = Csv.read(new ByteArrayInputStream(request), "request", schema::cellType);
        float[] outputs = new float[rows.rows() * schema.outputs()];
        model.predict(schema.rawRows(rows), rows.rows(), outputs, model.newScratch());
        return csv(schema, outputs, rows.rows());
    }

    private static byte[] csv(Schema schema, float[] outputs, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes)) {
            csv.write(List.of("prediction", "probability"));
            for (int row = 0; row < rows; row++) {
                int from = row * schema.outputs();
                int label = schema.decide(outputs, from);
                float probability = schema.probability(outputs, from, label);
                csv.write(List.of(schema.labels().get(label), Float.toString(probability)));
            }
        }
        return bytes.toByteArray();
    }

    private interface Work {
        byte[] result() throws IOException;
    }

    /** Bad rows are the client's fault and are told why; what else goes wrong is ours. */
    private static void answer(HttpExchange exchange, Work work) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, work.result());
            } catch (DataException e) {
                send(exchange, 400, text(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                System.getLogger("scoring").log(System.Logger.Level.ERROR, exchange.getRequestURI().getPath(), e);
                send(exchange, 500, text("failed; the server's log says why"));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static byte[] text(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
