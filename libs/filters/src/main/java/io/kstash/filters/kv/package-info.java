/** The kv filter: pairs such as {@code name=value} in a text become fields. */
@NullMarked
package io.kstash.filters.kv;

import org.jspecify.annotations.NullMarked;
