/** The json filter: a field that holds JSON becomes fields. */
@NullMarked
package io.kstash.filters.json;

import org.jspecify.annotations.NullMarked;
