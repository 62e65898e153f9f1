/** From pipeline files to a plan that can run. */
@NullMarked
package io.kstash.transformer.load;

import org.jspecify.annotations.NullMarked;
