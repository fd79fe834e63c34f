// SPDX-License-Identifier: Apache-2.0
package dev.nn4j.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/** Sends log messages to stderr; in code, because reading an XML file takes longer than most commands. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class StderrLogging extends ContextAwareBase implements Configurator {
    /** The system property that holds the least level to log: Logback creates this class and hands in nothing. */
    public static final String LEVEL_PROPERTY = "nn.log.level";

    private static final String MODELS = "nn.log.models";
    private static final String ACCESS = "nn.log.access";
    private static final String SERVER = "dev.nn4j.serve";

    /**
     * Has a server tell of its models, and of each request; before anything is logged.
     *
     * @param models what becomes of them
     * @param access a line for each request
     */
    public static void tellOfModels(boolean models, boolean access) {
        System.setProperty(MODELS, Boolean.toString(models));
        System.setProperty(ACCESS, Boolean.toString(access));
    }

    /** Made by Logback. */
    public StderrLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        StderrAppender appender = new StderrAppender();
        appender.setContext(context);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(System.getProperty(LEVEL_PROPERTY), Level.WARN));
        root.addAppender(appender);
        server(context, root.getLevel());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** What the HTTP library says in detail is of use to its authors alone. */
    private static void server(LoggerContext context, Level usual) {
        context.getLogger("org.eclipse.jetty").setLevel(usual.isGreaterOrEqual(Level.WARN) ? usual : Level.WARN);
        boolean models = Boolean.getBoolean(MODELS);
        context.getLogger(SERVER).setLevel(models && usual.isGreaterOrEqual(Level.INFO) ? Level.INFO : usual);
        context.getLogger(SERVER + ".access").setLevel(Boolean.getBoolean(ACCESS) ? Level.INFO : Level.WARN);
    }
}
