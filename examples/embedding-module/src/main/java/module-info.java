/** An application that learns and predicts. */
module com.acme.flowers {
    requires dev.nn4j.core;
    requires dev.nn4j.io;
}
