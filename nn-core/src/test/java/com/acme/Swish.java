// SPDX-License-Identifier: Apache-2.0
package com.acme;

import dev.nn4j.api.Activation;
import java.util.List;

/** A third party's activation, and what can be wrong with one. */
public class Swish implements Activation {
    @Override
    public String name() {
        return "acme:swish";
    }

    @Override
    public void forward(float[] z, float[] a, int from, int to, int width) {
        System.arraycopy(z, from, a, from, to - from);
    }

    @Override
    public void backward(float[] z, float[] a, float[] da, float[] dz, int from, int to, int width) {
        System.arraycopy(da, from, dz, from, to - from);
    }

    /** Takes the name of another. */
    public static final class Twin extends Swish {}

    /** Finds its own name a second time. */
    public static final class Repeats extends Swish {
        @Override
        public List<String> aliases() {
            return List.of("acme:swish", "acme:silky");
        }
    }

    /** Takes a name that is nn4j's. */
    public static final class TakesBareName extends Swish {
        @Override
        public String name() {
            return "swish";
        }
    }

    /** Takes an alias that is nn4j's. */
    public static final class TakesBareAlias extends Swish {
        @Override
        public String name() {
            return "acme:other";
        }

        @Override
        public List<String> aliases() {
            return List.of("relu");
        }
    }

    /** Cannot be made. */
    public static final class FailsToStart extends Swish {
        /** Never succeeds. */
        public FailsToStart() {
            throw new IllegalStateException("no licence");
        }
    }

    /** Cannot be initialised. */
    public static final class FailsToLoad extends Swish {
        private static final int NONE = Integer.parseInt("none");

        @Override
        public String name() {
            return "acme:" + NONE;
        }
    }

    /** Does not say its name. */
    public static final class FailsToSayItsName extends Swish {
        @Override
        public String name() {
            throw new UnsupportedOperationException("nameless");
        }
    }
}
