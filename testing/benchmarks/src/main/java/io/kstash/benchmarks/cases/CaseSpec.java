package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.input.Input;
import java.util.Optional;

/**
 * What is known of a case before it runs.
 *
 * @param name by which the command line chooses it
 * @param description what moves the records from where to where
 * @param limit the case with the least that a process for this way needs; empty where there is none
 */
public record CaseSpec(String name, String description, Load load, Input input, Optional<String> limit) {}
