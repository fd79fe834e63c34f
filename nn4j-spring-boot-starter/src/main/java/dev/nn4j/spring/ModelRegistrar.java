// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.spring;

import dev.nn4j.core.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes two beans of each model that the configuration names: a {@link ServedModel}, and the {@link Model} that it serves at the
 * moment when the bean is asked for.
 */
final class ModelRegistrar implements BeanDefinitionRegistryPostProcessor {
    private static final String LOCATION = ".location";

    private final Environment environment;
    private final ResourceLoader resources;

    ModelRegistrar(Environment environment, ResourceLoader resources) {
        this.environment = environment;
        this.resources = resources;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        locations().forEach((name, location) -> {
            String served = name + "ServedModel";
            RootBeanDefinition holder = new RootBeanDefinition(ServedModel.class, () -> served(name, location, beans));
            holder.setLazyInit(false);
            registry.registerBeanDefinition(served, holder);
            RootBeanDefinition model = new RootBeanDefinition(
                    Model.class, () -> beans.getBean(served, ServedModel.class).model());
            model.setScope(BeanDefinition.SCOPE_PROTOTYPE);
            model.setDependsOn(served);
            registry.registerBeanDefinition(name, model);
        });
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}

    private ServedModel served(String name, String location, ConfigurableListableBeanFactory beans) {
        try {
            return new ServedModel(
                    name, new ModelLocation(resources.getResource(location)), beans.getBean(PredictionMeter.class));
        } catch (IOException e) {
            throw new UncheckedIOException("nn4j: the model '" + name + "' of " + location, e);
        }
    }

    /** The places of models by the names of their beans. */
    private Map<String, String> locations() {
        Map<String, String> locations = new TreeMap<>();
        Binder binder = Binder.get(environment);
        binder.bind("nn4j.model" + LOCATION, String.class).ifBound(location -> locations.put("model", location));
        binder.bind("nn4j.models", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((key, value) -> {
                    if (!key.endsWith(LOCATION)) {
                        throw new IllegalArgumentException("nn4j.models." + key
                                + ": is no setting; nn4j.models.NAME.location says where a model lies");
                    }
                    locations.put(key.substring(0, key.length() - LOCATION.length()), value);
                });
        return locations;
    }
}
