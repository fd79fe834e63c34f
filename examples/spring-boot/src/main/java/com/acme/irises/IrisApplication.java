package com.acme.irises;

import dev.nn4j.core.Prediction;
import dev.nn4j.spring.ServedModel;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Answers with the model that the configuration names; every bean may use it, from any number of threads. */
@SpringBootApplication
public class IrisApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(IrisApplication.class, arguments);
    }

    @Bean
    ApplicationRunner ask(ServedModel irises) {
        return arguments -> {
            Prediction prediction = irises.predict(
                    Map.of("sepal_length", 6.1, "sepal_width", 2.8, "petal_length", 4.7, "petal_width", 1.2));
            System.out.println(prediction.label() + " with probability " + prediction.probability());
        };
    }
}
