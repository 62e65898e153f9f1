package io.kstash.testing.brokers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** Reads a file of rights: {@code USER OPERATION,OPERATION RESOURCE NAME [prefixed]} a line, {@code #} begins a comment. */
final class AclList {
    private AclList() {}

    static List<AclBinding> read(Path file) throws IOException {
        List<AclBinding> rights = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rights.addAll(parse(line.split("\\s+", -1)));
            }
        }
        return rights;
    }

    private static List<AclBinding> parse(String[] words) {
        PatternType pattern = words.length > 4 ? PatternType.PREFIXED : PatternType.LITERAL;
        ResourcePattern resource = new ResourcePattern(type(words[2]), words[3], pattern);
        List<AclBinding> rights = new ArrayList<>();
        for (String operation : words[1].split(",", -1)) {
            rights.add(new AclBinding(
                    resource,
                    new AccessControlEntry(
                            "User:" + words[0], "*", SecurityUtils.operation(operation), AclPermissionType.ALLOW)));
        }
        return rights;
    }

    private static ResourceType type(String word) {
        return switch (word) {
            case "topic" -> ResourceType.TOPIC;
            case "group" -> ResourceType.GROUP;
            case "transactional-id" -> ResourceType.TRANSACTIONAL_ID;
            default -> throw new IllegalArgumentException("No resource: " + word);
        };
    }
}
