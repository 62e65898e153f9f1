package io.kstash.filters.xml;

import io.kstash.event.EventException;

/** The text is not XML, or an XPath cannot be evaluated on it. */
final class XmlException extends EventException {
    XmlException(String reason) {
        super("XML: " + reason);
    }

    XmlException(Exception cause) {
        super("XML: " + cause.getMessage(), cause);
    }
}
