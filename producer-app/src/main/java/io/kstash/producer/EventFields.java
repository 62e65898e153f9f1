package io.kstash.producer;

/**
 * What one event is made of.
 *
 * @param run id of this run of the app
 * @param producerId from 0
 * @param id the event's number in its producer, from 0
 * @param timestampMicros microseconds since the epoch
 * @param value a random number from 1 to 100
 */
record EventFields(String run, int producerId, long id, long timestampMicros, int value) {}
