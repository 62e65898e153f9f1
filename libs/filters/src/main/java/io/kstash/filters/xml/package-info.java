/** The xml filter: a field that holds XML becomes a structure, and fields by XPath. */
@NullMarked
package io.kstash.filters.xml;

import org.jspecify.annotations.NullMarked;
