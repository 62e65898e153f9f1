/** The useragent filter: what a browser says of itself becomes fields. */
@NullMarked
package io.kstash.filters.useragent;

import org.jspecify.annotations.NullMarked;
