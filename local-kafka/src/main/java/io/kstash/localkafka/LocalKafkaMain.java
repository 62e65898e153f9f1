package io.kstash.localkafka;

import io.kstash.app.AppMain;

/** Starts {@code local-kafka}. */
public final class LocalKafkaMain {
    private LocalKafkaMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new LocalKafkaCommand(), args));
    }
}
