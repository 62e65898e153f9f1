/** The mutate filter: general changes to fields. Each operation is a {@link io.kstash.filters.mutate.Mutation}. */
@NullMarked
package io.kstash.filters.mutate;

import org.jspecify.annotations.NullMarked;
