#!/bin/bash
# One of Kafka's tools: which one, the name of the link tells.
set -euo pipefail

case ${0##*/} in
  kafka-topics.sh) main=org.apache.kafka.tools.TopicCommand ;;
  kafka-acls.sh) main=kafka.admin.AclCommand ;;
  kafka-configs.sh) main=kafka.admin.ConfigCommand ;;
  kafka-broker-api-versions.sh) main=kafka.admin.BrokerApiVersionsCommand ;;
  kafka-storage.sh) main=kafka.tools.StorageTool ;;
  kafka-get-offsets.sh) main=org.apache.kafka.tools.GetOffsetShell ;;
  kafka-console-consumer.sh) main=org.apache.kafka.tools.consumer.ConsoleConsumer ;;
  kafka-console-producer.sh) main=org.apache.kafka.tools.ConsoleProducer ;;
  *) echo "${0##*/}: this stand-in has no such tool" >&2; exit 1 ;;
esac
# shellcheck disable=SC2086 # Options are many words.
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Dlog4j.configuration=file:/opt/kafka/config/tools-log4j.properties -cp '/opt/kafka/libs/*' "$main" "$@"
