package io.kstash.filters.cidr;

import io.kstash.event.Event;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;

/** Matches where any address is in any network. */
record CidrFilter(IpRanges addresses, IpRanges networks) implements Filter {
    @Override
    public Outcome filter(Event event) {
        List<IpRange> candidates = addresses.of(event);
        List<IpRange> ranges = networks.of(event);
        boolean inside = candidates.stream().anyMatch(address -> isIn(ranges, address));
        return inside ? Outcome.MATCHED : Outcome.UNMATCHED;
    }

    private static boolean isIn(List<IpRange> networks, IpRange address) {
        for (IpRange network : networks) {
            if (network.includes(address)) {
                return true;
            }
        }
        return false;
    }
}
