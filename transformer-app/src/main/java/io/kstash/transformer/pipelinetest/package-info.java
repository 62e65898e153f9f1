/** Pipelines tested: JSON files that say what a pipeline makes of events. */
@NullMarked
package io.kstash.transformer.pipelinetest;

import org.jspecify.annotations.NullMarked;
