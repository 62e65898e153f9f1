package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import io.kstash.language.diagnostic.Suggestions;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import io.kstash.transformer.load.Catalog;
import io.kstash.transformer.reference.FilterPages;
import io.kstash.transformer.reference.PluginText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugins}: what a pipeline can name, and the options of each. */
@Command(name = "plugins", description = "List the plugins that a pipeline can name, or tell the options of one.")
final class PluginsCommand implements AppCommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A plugin, such as grok or kafka.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--markdown", paramLabel = "FOLDER", description = "Write a page for each filter into this folder.")
    private Optional<Path> markdown = Optional.empty();

    @Override
    public int run(AppContext app) {
        List<PluginSpec> specs = Catalog.specs();
        if (markdown.isPresent()) {
            write(new FilterPages(Catalog.filters(), Catalog.filterOptions()).all(), markdown.get());
        } else if (name.isPresent()) {
            named(name.get(), specs).forEach(spec -> app.out().println(new PluginText(spec).page()));
        } else {
            list(specs, app);
        }
        return ExitCode.OK;
    }

    private static void list(List<PluginSpec> specs, AppContext app) {
        for (PluginKind kind : PluginKind.values()) {
            app.out().println(kind + " plugins:");
            specs.stream()
                    .filter(spec -> spec.kind() == kind)
                    .map(spec -> new PluginText(spec).line())
                    .forEach(app.out()::println);
        }
        app.out().println("transformer plugins NAME tells the options of one.");
    }

    private static List<PluginSpec> named(String name, List<PluginSpec> specs) {
        List<PluginSpec> found =
                specs.stream().filter(spec -> spec.name().equals(name)).toList();
        if (found.isEmpty()) {
            List<String> names = specs.stream().map(PluginSpec::name).distinct().toList();
            throw new UsageException("unknown plugin '" + name + "'"
                    + Suggestions.didYouMean(name, names)
                            .map(text -> "; " + text)
                            .orElse("")
                    + "; 'transformer plugins' lists them all");
        }
        return found;
    }

    private static void write(Map<String, String> pages, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
            }
        } catch (IOException failure) {
            throw new FailedException("Cannot write to " + folder + " (" + failure + ")", failure);
        }
    }
}
