/** From the bytes of a payload to text and to an event with a message. */
@NullMarked
package io.kstash.codecs.text;

import org.jspecify.annotations.NullMarked;
