package io.kstash.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged. */
final class Logging {
    private Logging() {}

    /** Sets the levels of an ordinary run: warnings, and nothing from the Kafka clients, whose apps say what matters. */
    static void quiet(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("org.apache.kafka").setLevel(Level.OFF);
        context.getLogger("kafka").setLevel(Level.OFF);
        context.getLogger("state.change.logger").setLevel(Level.OFF);
    }

    /** Sets the levels of {@code --debug}. */
    static void debug() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger("io.kstash").setLevel(Level.DEBUG);
        context.getLogger("org.apache.kafka").setLevel(Level.INFO);
        context.getLogger("kafka").setLevel(Level.INFO);
    }
}
