// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.serve;

import dev.nn4j.core.compute.Execution;
import dev.nn4j.core.registry.ComponentRegistry;
import dev.nn4j.serve.internal.http.HttpFront;
import dev.nn4j.serve.internal.http.HttpOptions;
import dev.nn4j.serve.internal.http.TlsFiles;
import dev.nn4j.serve.internal.http.Token;
import dev.nn4j.serve.internal.model.ModelCatalog;
import dev.nn4j.serve.internal.model.ModelName;
import dev.nn4j.serve.internal.model.ModelShadow;
import dev.nn4j.serve.internal.model.ModelSlot;
import dev.nn4j.serve.internal.model.ModelWatcher;
import dev.nn4j.serve.internal.route.Service;
import dev.nn4j.serve.internal.watch.ShadowTally;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes a {@link Server}. Not safe for several threads.
 *
 * @since 0.1.0
 */
public final class ServerBuilder {
    /** Where it listens if nothing is said: this machine alone reaches it. */
    public static final String USUAL_HOST = "127.0.0.1";
    /** The port if nothing is said. */
    public static final int USUAL_PORT = 8080;

    private static final int MOST_PORT = 65_535;

    private final List<Path> models = new ArrayList<>();
    private final Map<String, Path> shadows = new LinkedHashMap<>();
    private String host = USUAL_HOST;
    private int port = USUAL_PORT;
    private Optional<Path> token = Optional.empty();
    private Optional<TlsFiles> tls = Optional.empty();
    private boolean open;
    private ServerLimits limits = ServerLimits.usual();
    private Duration grace = Duration.ofSeconds(10);
    private Duration look = Duration.ofSeconds(1);
    private Optional<ComponentRegistry> registry = Optional.empty();
    private Execution execution = Execution.defaults();

    ServerBuilder() {}

    /**
     * Serves the model of a file, under the file's name without its ending; what follows an {@code @} in it is the version, 1
     * where there is none. Of several versions the last answers where none is asked for: 10 comes after 9.
     */
    public ServerBuilder model(Path file) {
        models.add(file);
        return this;
    }

    /** Asks this file's model whatever the default version of a model is asked, and compares the answers; gives none of its. */
    public ServerBuilder shadow(String name, Path file) {
        shadows.put(name, file);
        return this;
    }

    /** The address to listen on; {@value #USUAL_HOST} if nothing is said. */
    public ServerBuilder host(String address) {
        this.host = address;
        return this;
    }

    /** The port; 0 for one that is free. {@value #USUAL_PORT} if nothing is said. */
    public ServerBuilder port(int number) {
        if (number < 0 || number > MOST_PORT) {
            throw new IllegalArgumentException("server: port must be in [0, " + MOST_PORT + "], got " + number);
        }
        this.port = number;
        return this;
    }

    /** Asks all clients, but those that ask for health, for the token in this file, as {@code Authorization: Bearer}. */
    public ServerBuilder tokenFile(Path file) {
        this.token = Optional.of(file);
        return this;
    }

    /** Speaks TLS, with a certificate (and those up to its root's) and a key of PKCS #8, both PEM. */
    public ServerBuilder tls(Path certificates, Path key) {
        this.tls = Optional.of(new TlsFiles(certificates, Optional.of(key), Optional.empty()));
        return this;
    }

    /** Speaks TLS, with certificate and key of a file of PKCS #12, whose password is in another, if it has one. */
    public ServerBuilder tlsStore(Path store, Optional<Path> passwordFile) {
        this.tls = Optional.of(new TlsFiles(store, Optional.empty(), passwordFile));
        return this;
    }

    /** Lets others than this machine ask without a token, which {@link #start} refuses else. */
    public ServerBuilder openToAll() {
        this.open = true;
        return this;
    }

    /** How much it takes. */
    public ServerBuilder limits(ServerLimits most) {
        this.limits = most;
        return this;
    }

    /** How long requests that are under way may take when it is closed; ten seconds if nothing is said. */
    public ServerBuilder grace(Duration time) {
        this.grace = time;
        return this;
    }

    /** How often it looks whether files have changed; every second if nothing is said. */
    public ServerBuilder lookEvery(Duration time) {
        this.look = time;
        return this;
    }

    /** The components that files may name; the standard ones if nothing is said. */
    public ServerBuilder registry(ComponentRegistry components) {
        this.registry = Optional.of(components);
        return this;
    }

    /** On how many threads models compute at once, and with which kernels; changes no answer. */
    public ServerBuilder execution(Execution how) {
        this.execution = how;
        return this;
    }

    /**
     * Reads the models and begins to listen.
     *
     * @throws IOException if a file cannot be read, or nothing can listen there
     * @throws dev.nn4j.api.Nn4jException if a file holds no model that can be served
     * @throws IllegalArgumentException if what was described cannot be: no model, two of one name and version, an address
     *     that others reach without a token
     */
    public Server start() throws IOException {
        requireGuarded();
        ModelCatalog catalog = catalog();
        Service service = new Service(catalog, limits.toLimits());
        HttpFront front = HttpFront.start(service, options(), grace.toMillis());
        return new Server(catalog, service, front, new ModelWatcher(catalog, look));
    }

    private void requireGuarded() throws IOException {
        if (token.isEmpty() && !open && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "server: " + host + " is reached from other machines, and there is no token;"
                            + " give a token file, listen on " + USUAL_HOST + ", or say that it is to be open to all");
        }
    }

    private HttpOptions options() throws IOException {
        Optional<Token> secret = token.isPresent() ? Optional.of(Token.read(token.get())) : Optional.empty();
        return new HttpOptions(host, port, limits.toLimits(), secret, tls);
    }

    private ModelCatalog catalog() throws IOException {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("server: there is no model to serve; give a file");
        }
        ComponentRegistry components = registry.orElseGet(ComponentRegistry::standard);
        Map<ModelName, ModelSlot> slots = new LinkedHashMap<>();
        for (Path file : models) {
            ModelName name = ModelName.of(file);
            if (slots.containsKey(name)) {
                throw new IllegalArgumentException(
                        "server: " + file + " and " + slots.get(name).file() + " are both " + name
                                + "; rename one, as in " + name.name() + "@2.nn");
            }
            slots.put(name, new ModelSlot(name, file, components, execution));
        }
        ModelCatalog alone = new ModelCatalog(slots.values(), Map.of());
        Map<String, ModelShadow> behind = new LinkedHashMap<>();
        for (Map.Entry<String, Path> shadow : shadows.entrySet()) {
            if (!alone.names().contains(shadow.getKey())) {
                throw new IllegalArgumentException("server: there is no model '" + shadow.getKey()
                        + "' for a shadow; there are " + String.join(", ", alone.names()));
            }
            ModelSlot slot =
                    new ModelSlot(new ModelName(shadow.getKey(), "shadow"), shadow.getValue(), components, execution);
            slot.requireAnswersLike(alone.slot(shadow.getKey()));
            behind.put(shadow.getKey(), new ModelShadow(slot, new ShadowTally()));
        }
        return new ModelCatalog(slots.values(), behind);
    }
}
