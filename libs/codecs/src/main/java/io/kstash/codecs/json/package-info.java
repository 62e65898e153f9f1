/** The json codec: a payload is a JSON object, or an array of them. */
@NullMarked
package io.kstash.codecs.json;

import org.jspecify.annotations.NullMarked;
