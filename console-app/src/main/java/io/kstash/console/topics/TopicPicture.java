package io.kstash.console.topics;

import io.kstash.console.groups.Reader;
import java.util.List;

/**
 * A topic and who reads it, as of one moment.
 *
 * @param readers how far each group is in each partition; their offsets were asked for before the topic's, so that none is beyond
 *     its partition's end
 */
record TopicPicture(TopicDetails topic, List<Reader> readers) {}
