/** Pipeline files as text, and places in them. */
@NullMarked
package io.kstash.language.source;

import org.jspecify.annotations.NullMarked;
