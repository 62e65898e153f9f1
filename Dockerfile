# The images of the apps: docker compose build, or docker build --target producer.
# Written for every builder since Docker 20.10, so without what only BuildKit knows.

# Only the poms, so that the downloads below stay cached for as long as no pom changes.
FROM maven:3.9-eclipse-temurin-25 AS poms
WORKDIR /source
COPY . .
RUN find . -type f ! -name pom.xml ! -path './.mvn/*' -delete

FROM maven:3.9-eclipse-temurin-25 AS build
ARG MAVEN="mvn -B -q -Dmaven.test.skip -Dspotless.apply.skip -pl producer-app,transformer-app,consumer-app,console-app,local-kafka -am \
  package dependency:copy-dependencies -DincludeScope=runtime"
ENV JDK_JAVA_OPTIONS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
WORKDIR /source
COPY --from=poms /source .
# All that Maven downloads. One source file makes the compiler's own plugins part of it.
RUN mkdir -p libs/event/src/main/java && echo 'package placeholder;' >libs/event/src/main/java/package-info.java && \
    $MAVEN && rm -r libs/event/src && find . -type d -name target -prune -exec rm -r {} +
COPY . .
RUN $MAVEN --offline && docker/collect-jars /kstash

# What all apps share: Java, the libraries, and how an app is started and looked after.
FROM eclipse-temurin:25-jre AS libraries
COPY --from=build /kstash/lib /opt/kstash/lib
COPY docker/start docker/health /opt/kstash/bin/

# A short run of all apps, which shows what classes they load.
FROM libraries AS training
COPY --from=build /kstash/apps /training/apps
COPY docker/train /training/
COPY pipelines/multi-test.conf /training/
RUN /training/train /opt/kstash/classes.jsa

FROM libraries AS runtime
COPY --from=training /opt/kstash/classes.jsa /opt/kstash/
ENV LANG=C.UTF-8 KSTASH_HTTP_PORT=8081 KSTASH_HTTP_HOST=0.0.0.0
STOPSIGNAL SIGTERM

FROM runtime AS producer
COPY --from=build /kstash/apps/producer /opt/kstash/app
USER 10001:10001
ENTRYPOINT ["/opt/kstash/bin/start", "io.kstash.producer.ProducerMain"]

FROM runtime AS consumer
COPY --from=build /kstash/apps/consumer /opt/kstash/app
USER 10001:10001
HEALTHCHECK --interval=2s --timeout=5s --start-period=60s --retries=5 CMD ["/opt/kstash/bin/health"]
ENTRYPOINT ["/opt/kstash/bin/start", "io.kstash.consumer.ConsumerMain"]

# Only the container's own port is open to others; compose publishes it on this machine's loopback address. The other apps
# tell it what became of a record, and of all.
FROM runtime AS console
COPY --from=build /kstash/apps/console /opt/kstash/app
COPY --from=build /kstash/apps/transformer /opt/kstash/apps/transformer
COPY --from=build /kstash/apps/consumer /opt/kstash/apps/consumer
COPY docker/launch /opt/kstash/scripts/transformer
COPY docker/launch /opt/kstash/scripts/consumer
ENV KSTASH_HOST=0.0.0.0
USER 10001:10001
HEALTHCHECK --interval=2s --timeout=5s --start-period=60s --retries=5 CMD ["/opt/kstash/bin/health"]
ENTRYPOINT ["/opt/kstash/bin/start", "-Dkstash.home=/opt/kstash", "io.kstash.console.ConsoleMain"]

# Begins as root only to become the owner of the data folder, see docker/start.
FROM runtime AS transformer
COPY --from=build /kstash/apps/transformer /opt/kstash/app
ENV KSTASH_DATA=/data
HEALTHCHECK --interval=2s --timeout=5s --start-period=60s --retries=5 CMD ["/opt/kstash/bin/health"]
ENTRYPOINT ["/opt/kstash/bin/start", "io.kstash.transformer.TransformerMain"]
