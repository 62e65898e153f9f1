package io.kstash.faults.verdict;

/**
 * Where order counts: what came of one input partition in one place.
 *
 * @param place the output topic, a file, the dead letters
 * @param partition of the input topic
 */
record Lane(String place, int partition) {
    @Override
    public String toString() {
        return place + ", partition " + partition;
    }
}
