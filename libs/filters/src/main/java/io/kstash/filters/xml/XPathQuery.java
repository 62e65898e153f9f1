package io.kstash.filters.xml;

import io.kstash.event.FieldTemplate;

/**
 * A question to a document.
 *
 * @param expression the XPath
 * @param destination the field that takes the answers
 */
record XPathQuery(String expression, FieldTemplate destination) {}
