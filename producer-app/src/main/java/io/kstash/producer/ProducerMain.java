package io.kstash.producer;

import io.kstash.app.AppMain;

/** Starts {@code producer}. */
public final class ProducerMain {
    private ProducerMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new ProducerCommand(), args));
    }
}
