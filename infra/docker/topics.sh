#!/bin/bash
# Makes Weir's topics and users where they are missing, and says who may do what, by the scripts that come with Kafka.
# A password that has changed is told to Kafka; a right that was given otherwise stays.
set -euo pipefail

admin=(--bootstrap-server kafka:9095 --command-config /run/secrets/kafka-admin.properties)

create() {
  local topic=$1 partitions=$2
  shift 2
  /opt/kafka/bin/kafka-topics.sh "${admin[@]}" \
    --create --if-not-exists --topic "$topic" --partitions "$partitions" "$@"
}

user() {
  local password
  password=$(cat "/run/secrets/kafka-$1-password")
  /opt/kafka/bin/kafka-configs.sh "${admin[@]}" --alter --entity-type users --entity-name "weir-$1" \
    --add-config "SCRAM-SHA-512=[password=$password]"
}

# allow USER OPERATION,... RESOURCE...: a resource as kafka-acls.sh names it.
allow() {
  local user=$1 operations=() each
  for each in ${2//,/ }; do operations+=(--operation "$each"); done
  shift 2
  /opt/kafka/bin/kafka-acls.sh "${admin[@]}" --add --force --allow-principal "User:weir-$user" "${operations[@]}" "$@" \
    > /dev/null
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

for each in job page producer rules; do user "$each"; done

# The job reads payments, labels and rules, and writes none of them.
allow job Read,Describe,DescribeConfigs --topic transactions --topic transactions.labels --topic transactions.control
allow job Write,Describe,DescribeConfigs --topic fraud-alerts --topic fraud-alerts.shadow \
  --topic transactions.dead-letter --topic transactions.legitimate --topic transactions.suspicious
allow job Read,Describe --group weir --resource-pattern-type prefixed
# With --delivery=exactly-once.
allow job Write,Describe --transactional-id weir --resource-pattern-type prefixed
# The page looks, and writes what people decide: labels and rules.
allow page Read,Describe,DescribeConfigs --topic transactions --topic fraud-alerts --topic fraud-alerts.shadow \
  --topic transactions.dead-letter --topic transactions.labels --topic transactions.control
allow page Write --topic transactions.labels --topic transactions.control
allow page Describe --group weir
allow producer Write,Describe,DescribeConfigs --topic transactions --topic transactions.labels
allow rules Read,Write,Describe,DescribeConfigs --topic transactions.control
