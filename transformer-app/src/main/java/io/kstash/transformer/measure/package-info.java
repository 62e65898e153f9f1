/** What a running pipeline tells of its filters: how many events come and go, and how long they take. */
@NullMarked
package io.kstash.transformer.measure;

import org.jspecify.annotations.NullMarked;
