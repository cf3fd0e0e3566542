# shellcheck shell=sh
# Which Java ./weir and ./mvnw take; both read this file.

# find_java WHO: sets $java, or says on behalf of WHO why there is none that will do.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    if [ ! -x "$java" ]; then
      no_java "$1" "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it: set it to a JDK 17"
    fi
  else
    java=$(command -v java || true)
    [ -n "$java" ] || no_java "$1" "no Java found: install a JDK 17, or set JAVA_HOME"
  fi
  java_version=$(java_version "$java")
  case $java_version in
    "" | *[!0-9]*) no_java "$1" "$java does not tell its version: is it a JDK 17?" ;;
  esac
  if [ "$java_version" -lt 17 ]; then
    no_java "$1" "$java is Java $java_version, but Weir needs 17: install a JDK 17, or set JAVA_HOME to one"
  fi
}

no_java() {
  echo "$1: $2" >&2
  exit 1
}

# The file beside a JDK's programs tells what starting one of them would tell later.
java_version() {
  release=$(dirname "$(dirname "$(readlink -f "$1")")")/release
  if [ -f "$release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$release"
  else
    "$1" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
  fi
}
