// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.benchmarks.serving;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The least server that answers with ONNX Runtime what nn serve answers: rows of numbers as JSON in, label and probability
 * out, behind Jetty and with Jackson's parser, one thread to a call. No names, no checks, no metrics, no limits.
 */
final class RuntimePeer extends Handler.Abstract.NonBlocking {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final JsonFactory json = new JsonFactory();

    private RuntimePeer(String model) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(model, options);
    }

    /** Serves MODEL.onnx on PORT. */
    public static void main(String[] arguments) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        Server server = new Server(new QueuedThreadPool(2 * cores + 6, cores + 4));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[1]));
        server.addConnector(connector);
        server.setHandler(new RuntimePeer(arguments[0]));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Content.Source.asByteBuffer(request, new Promise<>() {
            @Override
            public void succeeded(ByteBuffer body) {
                try {
                    byte[] answer = answer(body);
                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                    response.write(true, ByteBuffer.wrap(answer), callback);
                } catch (IOException | OrtException e) {
                    callback.failed(e);
                }
            }

            @Override
            public void failed(Throwable fault) {
                callback.failed(fault);
            }
        });
        return true;
    }

    private byte[] answer(ByteBuffer body) throws IOException, OrtException {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        float[] cells = new float[bytes.length / 2 + 1];
        int count = 0;
        int rows = -1;
        try (JsonParser parser = json.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    rows++;
                } else if (token.isNumeric()) {
                    cells[count++] = (float) parser.getDoubleValue();
                }
            }
        }
        long[] shape = {rows, count / rows};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(cells, 0, count), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            String[] labels = (String[]) result.get("label").orElseThrow().getValue();
            float[][] probabilities =
                    (float[][]) result.get("probabilities").orElseThrow().getValue();
            return written(labels, probabilities);
        }
    }

    private byte[] written(String[] labels, float[][] probabilities) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("predictions");
            for (int row = 0; row < labels.length; row++) {
                generator.writeStartObject();
                generator.writeStringField("prediction", labels[row]);
                generator.writeNumberField("probability", probabilities[row][0]);
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        return out.toByteArray();
    }
}
