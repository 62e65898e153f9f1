package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.KafkaClientSettings;
import io.kstash.engine.PlannedInput;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clusters that a pipeline reads.
 *
 * @param bootstrapServer overrides the cluster of every plugin
 */
public record Clusters(LoadedPipeline loaded, Optional<String> bootstrapServer, AppContext app) {
    /** How to connect to each, with the inputs that read it, in the order of the pipeline. */
    public Map<KafkaClientSettings, List<PlannedInput<Input>>> inputs() {
        Map<KafkaClientSettings, List<PlannedInput<Input>>> clusters = new LinkedHashMap<>();
        byAddress().forEach((address, inputs) -> clusters.put(settings(address, inputs), inputs));
        return clusters;
    }

    private Map<String, List<PlannedInput<Input>>> byAddress() {
        Map<String, List<PlannedInput<Input>>> byAddress = new LinkedHashMap<>();
        for (PlannedInput<Input> planned : loaded.pipeline().inputs()) {
            String address = bootstrapServer.orElse(((KafkaInput) planned.input()).bootstrapServers());
            byAddress.computeIfAbsent(address, any -> new ArrayList<>()).add(planned);
        }
        return byAddress;
    }

    private KafkaClientSettings settings(String address, List<PlannedInput<Input>> inputs) {
        List<KafkaInput> kafka =
                inputs.stream().map(planned -> (KafkaInput) planned.input()).toList();
        return new KafkaClientSettings(address, app.clientSettings()).withFallback(loaded.security(kafka));
    }
}
