#!/bin/bash
# Makes Weir's topics where they are missing, by the script that comes with Kafka.
set -euo pipefail

create() {
  local topic=$1
  shift
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 \
    --create --if-not-exists --topic "$topic" --partitions 4 "$@"
}

create transactions --config message.timestamp.type=LogAppendTime --config compression.type=uncompressed
create fraud-alerts --config cleanup.policy=compact --config message.timestamp.type=LogAppendTime
create transactions.dead-letter --config cleanup.policy=delete --config retention.ms=-1
create transactions.legitimate --config retention.ms=-1
create transactions.suspicious --config retention.ms=-1
create transactions.labels --config retention.ms=-1
