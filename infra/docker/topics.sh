#!/bin/bash
# Makes Weir's topics where they are missing, by the script that comes with Kafka.
set -euo pipefail

create() {
  local topic=$1 partitions=$2
  shift 2
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 \
    --create --if-not-exists --topic "$topic" --partitions "$partitions" "$@"
}

create transactions 4 --config message.timestamp.type=LogAppendTime --config compression.type=uncompressed
create fraud-alerts 4 --config cleanup.policy=compact --config message.timestamp.type=LogAppendTime
# Alerts of rules on trial.
create fraud-alerts.shadow 4 --config cleanup.policy=compact --config message.timestamp.type=LogAppendTime
create transactions.dead-letter 4 --config cleanup.policy=delete --config retention.ms=-1
# Which rules are in force when: one partition that is never purged.
create transactions.control 1 --config cleanup.policy=delete --config retention.ms=-1 \
  --config retention.bytes=-1 --config message.timestamp.type=LogAppendTime
create transactions.legitimate 4 --config retention.ms=-1
create transactions.suspicious 4 --config retention.ms=-1
# What is said later of payments, for rules that know labels.
create transactions.labels 4 --config cleanup.policy=delete --config retention.ms=-1 \
  --config retention.bytes=-1 --config message.timestamp.type=LogAppendTime --config compression.type=uncompressed
