# The service alone: database and model run beside it (docker-compose.yml). No model and no database is in this image.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven python3 python3-pip
WORKDIR /build
COPY pom.xml .
COPY retrieval retrieval
COPY app app
COPY templates templates
COPY samples samples
COPY launcher launcher
RUN mvn -B -ntp -DskipTests package \
    && python3 -B launcher/fetch.py --cache /fetched --no-model \
    && cp /fetched/drug-names/*/*.tsv /drug-names.tsv \
    && mkdir -p /fetched/chinese-text

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /data casewright && mkdir /data && chown casewright /data
# Fails here rather than at the start, should a Java without them ever stand above.
RUN java --enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector -version
COPY --from=build /build/app/target/casewright.jar /casewright/casewright.jar
COPY --from=build /drug-names.tsv /casewright/drug-names.tsv
COPY --from=build /fetched/chinese-text /casewright/chinese-text
USER casewright
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q UP <&3"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector", "-Xmx2g", "-Dcasewright.data=/data", \
    "-Dcasewright.samples=false", "-Dcasewright.assets.drug-names=/casewright/drug-names.tsv", \
    "-Dcasewright.assets.chinese-text=/casewright/chinese-text/chi_sim.traineddata", "-jar", "/casewright/casewright.jar"]
CMD ["run"]
