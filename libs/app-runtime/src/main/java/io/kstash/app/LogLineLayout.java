package io.kstash.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import org.slf4j.event.KeyValuePair;

/** One line for each log event: level, message, its key-values, the reason of a failure; its stack trace only with {@code --debug}. */
final class LogLineLayout extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(event.getLevel()).append(' ').append(event.getFormattedMessage());
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                line.append(' ').append(pair.key).append('=').append(pair.value);
            }
        }
        appendFailure(event, line);
        return line.append(System.lineSeparator()).toString();
    }

    private void appendFailure(ILoggingEvent event, StringBuilder line) {
        IThrowableProxy failure = event.getThrowableProxy();
        if (failure == null) {
            return;
        }
        line.append(": ").append(failure.getMessage() == null ? failure.getClassName() : failure.getMessage());
        if (isDebugging()) {
            line.append(System.lineSeparator()).append(ThrowableProxyUtil.asString(failure));
        }
    }

    private boolean isDebugging() {
        return getContext() instanceof ch.qos.logback.classic.LoggerContext context
                && context.getLogger("io.kstash").isEnabledFor(Level.DEBUG);
    }
}
