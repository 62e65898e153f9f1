package io.kstash.filters;

import io.kstash.filters.cidr.CidrFilterFactory;
import io.kstash.filters.clone.CloneFilterFactory;
import io.kstash.filters.csv.CsvFilterFactory;
import io.kstash.filters.date.DateFilterFactory;
import io.kstash.filters.dedot.DeDotFilterFactory;
import io.kstash.filters.dissect.DissectFilterFactory;
import io.kstash.filters.drop.DropFilterFactory;
import io.kstash.filters.fingerprint.FingerprintFilterFactory;
import io.kstash.filters.geoip.GeoIpFilterFactory;
import io.kstash.filters.grok.GrokFilterFactory;
import io.kstash.filters.json.JsonFilterFactory;
import io.kstash.filters.kv.KvFilterFactory;
import io.kstash.filters.mutate.MutateFilterFactory;
import io.kstash.filters.prune.PruneFilterFactory;
import io.kstash.filters.split.SplitFilterFactory;
import io.kstash.filters.syslogpri.SyslogPriFilterFactory;
import io.kstash.filters.throttle.ThrottleFilterFactory;
import io.kstash.filters.translate.TranslateFilterFactory;
import io.kstash.filters.truncate.TruncateFilterFactory;
import io.kstash.filters.urldecode.UrldecodeFilterFactory;
import io.kstash.filters.useragent.UserAgentFilterFactory;
import io.kstash.filters.uuid.UuidFilterFactory;
import io.kstash.filters.xml.XmlFilterFactory;
import io.kstash.plugin.Filter;
import io.kstash.plugin.PluginFactory;
import java.util.List;

/** The filters that kstash has. A new one is a package of its own and a line here. */
public final class Filters {
    private Filters() {}

    public static List<PluginFactory<Filter>> all() {
        return List.of(
                new CidrFilterFactory(),
                new CloneFilterFactory(),
                new CsvFilterFactory(),
                new DateFilterFactory(),
                new DeDotFilterFactory(),
                new DissectFilterFactory(),
                new DropFilterFactory(),
                new FingerprintFilterFactory(),
                new GeoIpFilterFactory(),
                new GrokFilterFactory(),
                new JsonFilterFactory(),
                new KvFilterFactory(),
                new MutateFilterFactory(),
                new PruneFilterFactory(),
                new SplitFilterFactory(),
                new SyslogPriFilterFactory(),
                new ThrottleFilterFactory(),
                new TranslateFilterFactory(),
                new TruncateFilterFactory(),
                new UrldecodeFilterFactory(),
                new UserAgentFilterFactory(),
                new UuidFilterFactory(),
                new XmlFilterFactory());
    }
}
