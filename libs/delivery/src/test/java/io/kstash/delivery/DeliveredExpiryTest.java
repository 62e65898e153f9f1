package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is deleted of a deliveries topic, and what never is. */
@Timeout(90)
class DeliveredExpiryTest extends DeliveryScenario {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void whatWasDeliveredIsDeletedAndWhatADestinationHasNoRoomForStays() throws Exception {
        // given
        topic.create(1);
        FullNowAndThen destination = new FullNowAndThen(file("out.log"));
        try (Delivery delivery = start(Map.of("file", destination));
                DeliveredExpiry expiry = expire(delivery, AT_ONCE)) {
            topic.commit(0, "file", "a", "b");
            await().atMost(LIMIT).until(() -> topic.oldest(0) == 3);

            // when
            destination.full = true;
            topic.commit(0, "file", "c", "d");
            await().atMost(LIMIT).until(() -> delivery.waitingFor().isPresent());
            awaitRounds();

            // then
            assertThat(topic.oldest(0)).isEqualTo(3);
            destination.full = false;
            await().atMost(LIMIT).until(() -> topic.oldest(0) == 6);
            assertThat(lines("out.log")).containsExactly("a", "b", "c", "d");
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void whatANewDestinationStillWantsStaysThoughTheGroupIsFurther() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "stdout", "a");
        topic.commit(0, "file", "b");
        try (Delivery delivery = start(Map.of("stdout", stdout()))) {
            delivery.drain(SOON);
        }
        FullNowAndThen destination = new FullNowAndThen(file("out.log"));
        destination.full = true;

        // when
        try (Delivery delivery = start(Map.of("stdout", stdout(), "file", destination));
                DeliveredExpiry expiry = expire(delivery, AT_ONCE)) {
            await().atMost(LIMIT).until(() -> delivery.waitingFor().isPresent());
            awaitRounds();

            // then
            assertThat(topic.oldest(0)).isZero();
            destination.full = false;
            await().atMost(LIMIT).until(() -> topic.oldest(0) == 4);
            assertThat(lines("out.log")).containsExactly("b");
        }
    }

    @Test
    void whatWasDeliveredAMomentAgoStays() throws Exception {
        // given
        topic.create(1);
        topic.commit(0, "file", "a", "b");

        // when
        try (Delivery delivery = start(Map.of("file", file("out.log")));
                DeliveredExpiry expiry = expire(delivery, Duration.ofHours(1))) {
            await().atMost(LIMIT).until(() -> delivery.delivered().containsValue(3L));
            awaitRounds();
        }

        // then
        assertThat(topic.oldest(0)).isZero();
    }

    private DeliveredExpiry expire(Delivery delivery, Duration keep) {
        Supplier<Map<TopicPartition, Long>> delivered = () -> {
            rounds.incrementAndGet();
            return delivery.delivered();
        };
        return DeliveredExpiry.start(settings(), name, keep, delivered, warnings::add);
    }

    /** One that begins after this call has ended when the next one begins. */
    private void awaitRounds() {
        int before = rounds.get();
        await().atMost(LIMIT).until(() -> rounds.get() >= before + 2);
    }
}
