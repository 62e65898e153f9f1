/** The line codec: each line is a message. */
@NullMarked
package io.kstash.codecs.line;

import org.jspecify.annotations.NullMarked;
