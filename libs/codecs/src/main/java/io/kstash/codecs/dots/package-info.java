/** The dots codec: a dot for each event. */
@NullMarked
package io.kstash.codecs.dots;

import org.jspecify.annotations.NullMarked;
