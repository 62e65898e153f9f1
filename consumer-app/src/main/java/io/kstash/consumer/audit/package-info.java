/** Whether every record of a pipeline is accounted for: {@code scripts/consumer audit}. */
@NullMarked
package io.kstash.consumer.audit;

import org.jspecify.annotations.NullMarked;
