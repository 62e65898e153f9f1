/** The translate filter: values are looked up in a dictionary, which may be a file that is read again and again. */
@NullMarked
package io.kstash.filters.translate;

import org.jspecify.annotations.NullMarked;
