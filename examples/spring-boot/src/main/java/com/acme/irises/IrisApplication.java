package com.acme.irises;

import dev.nn4j.core.Model;
import dev.nn4j.core.Prediction;
import dev.nn4j.io.ModelFile;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Answers with a model that lies in the executable jar; every bean may use it, from any number of threads. */
@SpringBootApplication
public class IrisApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(IrisApplication.class, arguments);
    }

    @Bean
    Model irises() throws IOException {
        return ModelFile.readResource(IrisApplication.class, "iris.nn");
    }

    @Bean
    ApplicationRunner ask(Model irises) {
        return arguments -> {
            Prediction prediction = irises.predict(
                    Map.of("sepal_length", 6.1, "sepal_width", 2.8, "petal_length", 4.7, "petal_width", 1.2));
            System.out.println(prediction.label() + " with probability " + prediction.probability());
        };
    }
}
