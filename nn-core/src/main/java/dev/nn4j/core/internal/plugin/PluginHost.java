// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.core.internal.plugin;

import dev.nn4j.api.Component;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Set;

/** Finds the way in which a jar is loaded into this program, which may itself run on the module path or the class path. */
final class PluginHost {
    static final String API_MODULE = "dev.nn4j.api";

    private PluginHost() {}

    /**
     * A loader in which {@link java.util.ServiceLoader} finds what the jar provides and nothing of the host's. It would
     * find the host's too, were it asked for a layer instead of a loader: a layer's providers include its parents'.
     */
    static ClassLoader loaderOf(PluginJar jar) {
        return jar.module().isPresent() && Component.class.getModule().isNamed()
                ? layerLoader(jar, jar.module().get())
                : new IsolatedLoader(jar, new HostFilter());
    }

    /** A module in a layer of its own over that of nn-api. */
    private static ClassLoader layerLoader(PluginJar jar, ModuleDescriptor module) {
        ModuleLayer host = Component.class.getModule().getLayer();
        Configuration configuration =
                host.configuration().resolve(ModuleFinder.of(jar.file()), ModuleFinder.of(), Set.of(module.name()));
        return ModuleLayer.defineModulesWithOneLoader(configuration, List.of(host), new HostFilter())
                .layer()
                .findLoader(module.name());
    }
}
