package io.kstash.console.groups;

import io.kstash.console.groups.GroupState.Member;
import io.kstash.console.groups.GroupState.Progress;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.kafka.PartitionOffsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Asks Kafka for consumer groups and how far they are. Thread-safe. */
public final class GroupCatalog {
    /** A cluster may have thousands; a page that moves shows so many. */
    private static final int MOST = 100;

    private static final Comparator<TopicPartition> IN_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Admin admin;

    public GroupCatalog(KafkaAccess kafka) {
        this.admin = kafka.admin();
    }

    /** The first of them by name. */
    List<GroupState> list() {
        return describe(names());
    }

    private List<String> names() {
        return KafkaAccess.await(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** How far the same groups are in a topic, by group. */
    public List<Reader> readers(String topic) {
        List<Reader> readers = new ArrayList<>();
        new TreeMap<>(committed(names()))
                .forEach((group, offsets) -> offsets.entrySet().stream()
                        .filter(place -> place.getKey().topic().equals(topic) && place.getValue() != null)
                        .map(place -> new Reader(
                                group,
                                place.getKey().partition(),
                                place.getValue().offset()))
                        .forEach(readers::add));
        return readers;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(List<String> groups) {
        return KafkaAccess.await(admin.listConsumerGroupOffsets(groups.stream()
                        .collect(Collectors.toMap(name -> name, any -> new ListConsumerGroupOffsetsSpec())))
                .all());
    }

    /** The lag of a group in some topics; 0 if it has not committed yet. */
    public long lag(String group, Collection<String> topics) {
        return existing(group).stream()
                .flatMap(state -> state.partitions().stream())
                .filter(progress -> topics.contains(progress.topic()))
                .map(Progress::lag)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<GroupState> existing(String group) {
        try {
            return describe(List.of(group));
        } catch (GroupIdNotFoundException notYet) {
            return List.of();
        }
    }

    private List<GroupState> describe(List<String> names) {
        Map<String, ConsumerGroupDescription> groups =
                KafkaAccess.await(admin.describeConsumerGroups(names).all());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(names);
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        groups.values().forEach(group -> assigned(group).forEach(partitions::add));
        Map<TopicPartition, Long> ends = PartitionOffsets.ends(admin, partitions);
        return names.stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .map(group -> state(group, committed.getOrDefault(group.groupId(), Map.of()), ends))
                .toList();
    }

    private static GroupState state(
            ConsumerGroupDescription group,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, String> readers = new TreeMap<>(IN_ORDER);
        group.members()
                .forEach(member ->
                        member.assignment().topicPartitions().forEach(part -> readers.put(part, member.consumerId())));
        List<Progress> progress = Stream.concat(committed.keySet().stream(), readers.keySet().stream())
                .distinct()
                .sorted(IN_ORDER)
                .map(partition -> progress(
                        partition,
                        committed.get(partition),
                        ends.getOrDefault(partition, 0L),
                        readers.getOrDefault(partition, "")))
                .toList();
        long lag = progress.stream()
                .map(Progress::lag)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return new GroupState(group.groupId(), group.groupState().toString(), members(group), progress, lag);
    }

    private static Stream<TopicPartition> assigned(ConsumerGroupDescription group) {
        return group.members().stream().flatMap(member -> member.assignment().topicPartitions().stream());
    }

    private static Progress progress(
            TopicPartition partition, @Nullable OffsetAndMetadata committed, long end, String member) {
        Long offset = committed == null ? null : committed.offset();
        Long lag = offset == null ? null : Math.max(0, end - offset);
        return new Progress(partition.topic(), partition.partition(), offset, end, lag, member);
    }

    private static List<Member> members(ConsumerGroupDescription group) {
        Function<MemberDescription, List<String>> partitions = member -> member.assignment().topicPartitions().stream()
                .sorted(IN_ORDER)
                .map(TopicPartition::toString)
                .toList();
        return group.members().stream()
                .sorted(Comparator.comparing(MemberDescription::consumerId))
                .map(member ->
                        new Member(member.consumerId(), member.clientId(), member.host(), partitions.apply(member)))
                .toList();
    }
}
