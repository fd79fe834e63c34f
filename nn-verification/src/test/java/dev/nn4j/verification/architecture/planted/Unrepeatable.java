// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.verification.architecture.planted;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Numbers that no seed gives again. */
public final class Unrepeatable {
    double random() {
        return new Random(1).nextDouble();
    }

    double math() {
        return Math.random();
    }

    double strictMath() {
        return StrictMath.random();
    }

    int ofTheThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    int split() {
        return new SplittableRandom(1).nextInt();
    }

    int secure() {
        return new SecureRandom().nextInt();
    }

    void shuffles(List<String> words) {
        Collections.shuffle(words);
    }

    String identifier() {
        return UUID.randomUUID().toString();
    }
}
