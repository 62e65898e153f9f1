/** The reference of the plugins, made from the specs by which they are checked. */
@NullMarked
package io.kstash.transformer.reference;

import org.jspecify.annotations.NullMarked;
