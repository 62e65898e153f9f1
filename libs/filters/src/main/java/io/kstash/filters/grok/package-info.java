/** The grok filter: patterns made of named patterns take texts apart. */
@NullMarked
package io.kstash.filters.grok;

import org.jspecify.annotations.NullMarked;
