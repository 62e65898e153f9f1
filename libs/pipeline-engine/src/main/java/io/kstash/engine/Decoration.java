package io.kstash.engine;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code add_field}, {@code remove_field}, {@code add_tag} and {@code remove_tag} do, in this order. */
public final class Decoration {
    private static final Option<Map<String, Object>> ADD_FIELD =
            Option.optional("add_field", OptionType.HASH, "Fields to add; one that exists becomes an array.");
    private static final Option<List<String>> ADD_TAG = Option.optional("add_tag", OptionType.STRINGS, "Tags to add.");
    private static final Option<List<String>> REMOVE_FIELD =
            Option.optional("remove_field", OptionType.STRINGS, "Fields to remove.");
    private static final Option<List<String>> REMOVE_TAG =
            Option.optional("remove_tag", OptionType.STRINGS, "Tags to remove.");
    private static final Option<List<String>> TAGS = Option.optional("tags", OptionType.STRINGS, "Tags to add.");
    private static final Option<String> TYPE =
            Option.optional("type", OptionType.STRING, "The value of the field type, unless an event has one.");

    /** The options that every filter has for this. */
    public static final List<Option<?>> FILTER_OPTIONS = List.of(ADD_FIELD, REMOVE_FIELD, ADD_TAG, REMOVE_TAG);
    /** The options that every input has for this. */
    public static final List<Option<?>> INPUT_OPTIONS = List.of(TYPE, TAGS, ADD_FIELD);

    private static final FieldReference TAGS_FIELD = FieldReference.ofName(Event.TAGS);
    private static final FieldReference TYPE_FIELD = FieldReference.ofName("type");

    private final @Nullable String type;
    private final List<AddedField> addedFields;
    private final List<FieldTemplate> removedFields;
    private final List<Template> addedTags;
    private final List<Template> removedTags;

    private Decoration(Options options, Option<List<String>> addedTags) {
        this.type = options.find(TYPE).orElse(null);
        this.addedFields = options.find(ADD_FIELD).orElse(Map.of()).entrySet().stream()
                .map(entry -> AddedField.of(entry.getKey(), entry.getValue()))
                .toList();
        this.removedFields = options.find(REMOVE_FIELD).orElse(List.of()).stream()
                .map(FieldTemplate::of)
                .toList();
        this.addedTags = templates(options, addedTags);
        this.removedTags = templates(options, REMOVE_TAG);
    }

    public static Decoration ofFilter(Options options) {
        return new Decoration(options, ADD_TAG);
    }

    public static Decoration ofInput(Options options) {
        return new Decoration(options, TAGS);
    }

    /**
     * Decorates the event.
     *
     * @throws io.kstash.event.EventException where a field cannot be set or a text not be made
     */
    public void apply(Event event) {
        if (type != null && !event.contains(TYPE_FIELD)) {
            event.set(TYPE_FIELD, type);
        }
        for (AddedField added : addedFields) {
            added.apply(event);
        }
        for (FieldTemplate removed : removedFields) {
            event.remove(removed.resolve(event));
        }
        addTags(event);
        removeTags(event);
    }

    private void addTags(Event event) {
        if (!addedTags.isEmpty()) {
            List<@Nullable Object> tags = event.tags();
            addedTags.forEach(tag -> tags.add(tag.render(event)));
            event.set(TAGS_FIELD, tags);
        }
    }

    private void removeTags(Event event) {
        if (!removedTags.isEmpty() && event.contains(TAGS_FIELD)) {
            List<@Nullable Object> tags = event.tags();
            removedTags.forEach(removed -> {
                String tag = removed.render(event);
                tags.removeIf(tag::equals);
            });
            event.set(TAGS_FIELD, tags);
        }
    }

    private static List<Template> templates(Options options, Option<List<String>> option) {
        return options.find(option).orElse(List.of()).stream().map(Template::of).toList();
    }

    /** A field and the values that it gets: one that exists becomes an array of what it was and what is added. */
    private record AddedField(FieldTemplate field, List<Template> values) {
        static AddedField of(String field, Object value) {
            return new AddedField(
                    FieldTemplate.of(field),
                    asArray(value).stream().map(RubyText::toS).map(Template::of).toList());
        }

        void apply(Event event) {
            FieldReference reference = field.resolve(event);
            for (Template value : values) {
                String text = value.render(event);
                event.set(reference, event.contains(reference) ? appended(event.get(reference), text) : text);
            }
        }

        private static List<@Nullable Object> appended(@Nullable Object present, String text) {
            List<@Nullable Object> all = asArray(present);
            all.add(text);
            return all;
        }

        /** As Ruby makes an array of anything: null is nothing, and a hash is its entries, each an array of two. */
        private static List<@Nullable Object> asArray(@Nullable Object value) {
            List<@Nullable Object> array = new ArrayList<>();
            if (value instanceof Map<?, ?> hash) {
                hash.forEach((name, element) -> array.add(new ArrayList<>(Arrays.asList(name, element))));
            } else if (value instanceof List<?> list) {
                array.addAll(list);
            } else if (value != null) {
                array.add(value);
            }
            return array;
        }
    }
}
