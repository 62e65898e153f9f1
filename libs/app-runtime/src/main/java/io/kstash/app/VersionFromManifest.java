package io.kstash.app;

import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}. */
final class VersionFromManifest implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = AppMain.class.getPackage().getImplementationVersion();
        return new String[] {"kstash " + (version == null ? "(not packaged)" : version)};
    }
}
