# shellcheck shell=bash
# ./weir package: job jars, and all of a release. docs/release.md tells how a release is made.

# package [--s3] [ENGINE...]: the job jars of these engines, or, of none, a whole release.
package() {
  local engine engines=() stores=()
  for engine in "$@"; do
    if [ "$engine" = --s3 ]; then stores=(-Ds3); continue; fi
    [[ $engine =~ ^(direct|flink|spark)$ ]] ||
      fail "package: no engine '$engine', expected direct, flink or spark" 2
    engines+=("$engine")
  done
  [ $# -gt 0 ] || { release; return; }
  [ ${#engines[@]} -gt 0 ] || engines=(direct flink spark)
  for engine in "${engines[@]}"; do
    begin_build
    job_jar "$(job_jar_of "$engine")" ${stores[@]+"${stores[@]}"}
    end_build
    du -h "$here/$(job_jar_of "$engine")"
  done
}

# The job jars, the tarball, the bill of materials and their checksums, in target/release.
release() {
  local engine version plain modules out=$here/target/release
  local parts=(tools/{cli,lake,tables,learn,backtest} runners/{direct,flink,spark} dashboard infra/distributions/{flink,spark})
  version=$(sed -n 's,^  <version>\([^<]*\)</version>,\1,p' "$here/pom.xml")
  version=${version%-SNAPSHOT}
  package direct flink spark
  take release infra/release "${parts[@]}"
  plain=$snapshot
  take release-s3 runners/{direct,flink,spark} store:s3
  begin_build
  rm -rf "$out"
  mkdir -p "$out"
  modules=$(IFS=,; echo "${parts[*]}")
  # S3 brings libraries, and other versions of some.
  bill "$modules" "$store/new/bill"
  bill runners/direct,runners/flink,runners/spark "$store/new/bill-s3" -Ds3
  for engine in direct flink spark; do
    cp "$here/$(job_jar_of "$engine")" "$out/weir-$engine-$version.jar"
  done
  "$java" -XX:+UseSerialGC -cp "$plain/infra/release/target/classes:$(cat "$plain/infra/release/target/classpath")" \
    weir.release.Main "--checkout=$here" "--release=$version" "--snapshot=$plain" "--s3=$snapshot" \
    "--bill=$store/new/bill/bom.json" "--bill=$store/new/bill-s3/bom.json" "--folder=$out"
  end_build
  (cd "$out" && du -h ./*)
}

# bill MODULES FOLDER [-DSTORE]: writes the bill of materials of these modules.
bill() {
  maven "the bill of materials" "$1" -Dlaunch "-Dbill.folder=$2" "${@:3}" process-classes \
    org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom
}
