/** The codecs, one package each, and the list of them. */
@NullMarked
package io.kstash.codecs;

import org.jspecify.annotations.NullMarked;
