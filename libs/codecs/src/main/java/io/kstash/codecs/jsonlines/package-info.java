/** The json_lines codec: each line is a JSON object. */
@NullMarked
package io.kstash.codecs.jsonlines;

import org.jspecify.annotations.NullMarked;
