#!/bin/bash
# Settings from the environment, sizes of memory from settings, then the server: what the official scripts do.
set -euo pipefail

opens=()
for each in java.net java.io java.nio java.lang java.lang.reflect java.text java.time java.util \
  java.util.concurrent java.util.concurrent.atomic java.util.concurrent.locks; do
  opens+=("--add-opens=java.base/$each=ALL-UNNAMED")
done
opens+=(--add-exports=java.base/sun.net.util=ALL-UNNAMED --add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED)

# flink ASK ARGUMENT...: what Flink's program for scripts answers.
flink() {
  local answer
  answer=$(java "${opens[@]}" -cp "$FLINK_HOME/lib/*" org.apache.flink.runtime.util.bash.BashJavaUtils \
    "$1" --configDir "$FLINK_HOME/conf" "${@:2}" 2> /tmp/bash-java-utils.log) ||
    { cat /tmp/bash-java-utils.log >&2; return 1; }
  sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p' <<< "$answer"
}

settings=("-Djobmanager.rpc.address=$(hostname -f)" -Dblob.server.port=6124 -Dquery.server.port=6125)
# As officially: each line is a setting, without its blanks; there are no comments.
while read -r line; do
  line=$(tr -d '[:space:]' <<< "$line")
  [ -z "$line" ] || settings+=("-D${line%%:*}=${line#*:}")
done <<< "${FLINK_PROPERTIES:-}"
flink UPDATE_AND_GET_FLINK_CONFIGURATION "${settings[@]}" > /tmp/config.yaml
cat /tmp/config.yaml > "$FLINK_HOME/conf/config.yaml"

# serve ASK MAIN ARGUMENT...
serve() {
  local answer jvm dynamic
  answer=$(flink "$1" "${@:3}")
  jvm=$(sed -n 1p <<< "$answer")
  dynamic=$(sed -n 2p <<< "$answer")
  # shellcheck disable=SC2086 # Both are many words.
  exec java $jvm "${opens[@]}" -Dlog4j.configurationFile="file:$FLINK_HOME/conf/log4j-console.properties" \
    -cp "$FLINK_HOME/lib/*" "$2" --configDir "$FLINK_HOME/conf" $dynamic "${@:3}"
}

# submit SERVER OPTION...: gives the cluster its one job, and waits for it. With the job the cluster ends.
submit() {
  local server=$1 main='' option options=()
  for option in "${@:2}"; do
    case $option in
      --job-classname=*) main=${option#*=} ;;
      *) options+=("$option") ;;
    esac
  done
  until curl -fsS -o /dev/null http://localhost:8081/overview 2> /dev/null; do sleep 1; done
  FLINK_CONF_DIR=$FLINK_HOME/conf java -Xmx512m "${opens[@]}" -cp "$FLINK_HOME/lib/*" \
    -Dlog4j.configurationFile="file:$FLINK_HOME/conf/log4j-console.properties" \
    org.apache.flink.client.cli.CliFrontend run --class "$main" \
    "$FLINK_HOME"/usrlib/*.jar "${options[@]}" || true
  kill "$server"
}

case ${1:-help} in
  standalone-job)
    submit $$ "${@:2}" &
    serve GET_JM_RESOURCE_PARAMS \
      org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint
    ;;
  taskmanager)
    serve GET_TM_RESOURCE_PARAMS org.apache.flink.runtime.taskexecutor.TaskManagerRunner "${@:2}"
    ;;
  help) echo "Usage: docker-entrypoint.sh (standalone-job|taskmanager)" ;;
  *) exec "$@" ;;
esac
