/** The plain codec: a payload is the message. */
@NullMarked
package io.kstash.codecs.plain;

import org.jspecify.annotations.NullMarked;
