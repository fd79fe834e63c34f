// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve.internal.route;

import com.fasterxml.jackson.core.JsonFactory;
import dev.nn4j.core.internal.flight.Flight;
import dev.nn4j.core.internal.flight.RequestSpan;
import dev.nn4j.serve.internal.answer.Aftermath;
import dev.nn4j.serve.internal.call.Call;
import dev.nn4j.serve.internal.call.CallLimits;
import dev.nn4j.serve.internal.call.Deadline;
import dev.nn4j.serve.internal.call.Refusal;
import dev.nn4j.serve.internal.call.Reply;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.watch.RequestWatch;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that a server answers, without HTTP: a call in, a reply out, whatever happens. For all threads. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final ModelCatalog models;
    private final CallLimits limits;
    private final Aftermath aftermath = new Aftermath();
    private final RequestWatch watch = new RequestWatch();
    private final Router router;
    private volatile boolean ending;

    /** Of models. */
    public Service(ModelCatalog models, CallLimits limits) {
        JsonFactory json = new JsonFactory();
        this.models = models;
        this.limits = limits;
        PredictRoute predict = new PredictRoute(models, limits, aftermath, json);
        InferenceRoutes inference = new InferenceRoutes(models, limits, aftermath, json);
        PageRoutes page = new PageRoutes(models);
        HealthRoutes health = new HealthRoutes(models, () -> ending);
        this.router = new Router(List.of(
                RoutePattern.of("POST", "/models/{name}/predict", predict),
                RoutePattern.of("POST", "/models/{name}/versions/{version}/predict", predict),
                RoutePattern.of("GET", "/", page.file("try.html", "text/html; charset=utf-8")),
                RoutePattern.of("GET", "/try.css", page.file("try.css", "text/css; charset=utf-8")),
                RoutePattern.of("GET", "/try.js", page.file("try.js", "text/javascript; charset=utf-8")),
                RoutePattern.of("GET", "/openapi.json", page::openApi),
                RoutePattern.of("GET", "/models", page::list),
                RoutePattern.of("GET", "/models/{name}", page::model),
                RoutePattern.of("GET", "/models/{name}/versions/{version}", page::model),
                RoutePattern.of("GET", "/models/{name}/card", page::card),
                RoutePattern.of("GET", "/metrics", new MetricsRoute(models, watch)),
                RoutePattern.of("GET", "/v2", inference::server),
                RoutePattern.of("GET", "/v2/models/{name}", inference::model),
                RoutePattern.of("GET", "/v2/models/{name}/versions/{version}", inference::model),
                RoutePattern.of("POST", "/v2/models/{name}/infer", inference::infer),
                RoutePattern.of("POST", "/v2/models/{name}/versions/{version}/infer", inference::infer),
                RoutePattern.of("GET", "/v2/health/live", health::live),
                RoutePattern.of("GET", "/v2/health/ready", health::ready),
                RoutePattern.of("GET", "/v2/models/{name}/ready", health::modelReady),
                RoutePattern.of("GET", "/v2/models/{name}/versions/{version}/ready", health::modelReady)));
    }

    /**
     * Answers.
     *
     * @param id of the request, which errors name
     */
    public Reply answer(Call call, String id) {
        long began = System.nanoTime();
        Router.Found route = router.find(call);
        watch.begin();
        RequestSpan request = Flight.request(route.name());
        Reply reply = replyOf(route, call, id);
        request.ended(reply.status(), reply.rows(), models.known(route.variables()));
        watch.end(route.name(), reply.status(), System.nanoTime() - began);
        return reply;
    }

    /** Counts a request that got an answer before it was one, such as one that is too large. */
    public Reply refuse(Refusal refusal, String id) {
        watch.begin();
        watch.end("refused", refusal.status(), 0);
        return ErrorBody.of(refusal, id);
    }

    /** From now on says that it is not ready. */
    public void end() {
        ending = true;
    }

    private Reply replyOf(Router.Found route, Call call, String id) {
        try {
            return route.answer(call, Deadline.in(limits.time()));
        } catch (Refusal refusal) {
            return ErrorBody.of(refusal, id);
        } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            LOG.error("request {}: {} {} failed", id, call.method(), call.path(), e);
            return ErrorBody.of(Refusal.of(500, "the server failed; its log says why at request " + id), id);
        }
    }

    /** What is done behind answers. */
    public Aftermath aftermath() {
        return aftermath;
    }

    @Override
    public void close() {
        aftermath.close();
    }
}
