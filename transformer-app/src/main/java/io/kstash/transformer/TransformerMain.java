package io.kstash.transformer;

import io.kstash.app.AppMain;

/** The transformer app. */
public final class TransformerMain {
    private TransformerMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new TransformerCommand(), args));
    }
}
