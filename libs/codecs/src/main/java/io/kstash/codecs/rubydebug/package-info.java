/** The rubydebug codec: an event for people to read. */
@NullMarked
package io.kstash.codecs.rubydebug;

import org.jspecify.annotations.NullMarked;
