# shellcheck shell=bash
# What commands run from. A build writes into the folders of the modules, and may do so while a
# command runs: therefore no command runs from there, but from a snapshot, which has the same layout
# and never changes. Whoever runs from one holds its lock; nobody's is deleted after the next build.
# Decision 13 tells why it is so. The script that reads this file sets $here and defines fail.

store=$here/.weir

# Whether no source is younger than a file, which was made when the build began.
unchanged() {
  [ -f "$1" ] && [ -z "$(find "$here" \( -name target -o -name .git -o -name .weir \) -prune -o \
    \( -name '*.java' -o -name pom.xml -o -name jvm.args -o -path "$here/weir" \
    -o -path '*/src/main/*' -o -path '*/infra/launch/*' \) -newer "$1" -print -quit)" ]
}

# Whether the newest snapshot of a kind is of these sources, and of this checkout: one that was
# copied or moved brings the snapshots of another. Sets $snapshot.
is_fresh() {
  local id
  id=$(cat "$store/$1" 2> /dev/null) || return 1
  snapshot=$store/$id
  [ "$(cat "$snapshot/checkout" 2> /dev/null)" = "$here" ] && unchanged "$snapshot/began"
}

# has PART...: whether the snapshot has these modules and job jars, and all libraries are there.
has() {
  local part library libraries
  for part in "$@"; do
    case $part in
      *.jar) [ -f "$snapshot/$part" ] || return 1 ;;
      store:*) grep -qxF "$part" "$snapshot/parts" || return 1 ;;
      *)
        [ -f "$snapshot/$part/target/classpath" ] || return 1
        IFS=: read -r -a libraries < "$snapshot/$part/target/classpath" || true # No line's end.
        for library in "${libraries[@]}"; do [ -e "$library" ] || return 1; done
        ;;
    esac
  done
}

# Takes the lock of the snapshot for as long as this process lives, whatever program it becomes.
hold() {
  { exec 8< "$snapshot/lock"; } 2> /dev/null || return 1
  # It may have been deleted between our look at it and this.
  flock -s -n 8 && [ "$snapshot/lock" -ef "/proc/self/fd/8" ]
}

# The class path of a module in the snapshot.
class_path() {
  echo "$snapshot/$1/target/classes:$(cat "$snapshot/$1/target/classpath")"
}

# take KIND PART...: sets $snapshot to one that has all these parts, and holds it. A part is the
# folder of a module, a job jar, or store:NAME, an object store that engines and job jars can then
# read and write. Whoever names a store has a kind of its own: other jobs do not ask for its keys.
take() {
  local kind=$1
  shift
  if is_fresh "$kind" && has "$@" && hold; then return; fi
  begin_build
  # Another ./weir may have built the same. A source of this moment, or of the future, is not waited for.
  { is_fresh "$kind" && has "$@"; } || make_snapshot "$kind" "$@"
  hold || fail "the folder $store cannot be read"
  end_build
}

# One builds at a time.
begin_build() {
  mkdir -p "$store" 2> /dev/null && [ -w "$store" ] || fail "the folder $store cannot be written: a build needs it"
  exec 9> "$store/lock"
  flock 9
  rm -rf "$store"/new # Of a build that was ended in the middle.
  mkdir "$store/new"
  touch "$store/new/began"
}

end_build() {
  rm -rf "$store/new"
  exec 9>&-
}

make_snapshot() {
  local kind=$1 new=$store/new id part modules='' jars=() stores=()
  shift
  id=$(date +%Y%m%d-%H%M%S)-$$
  # What the last one has is made again, so that commands in turn do not undo each other's work.
  local -A parts=()
  if is_fresh "$kind"; then
    while read -r part; do parts[$part]=1; done < "$snapshot/parts"
  fi
  for part in "$@"; do parts[$part]=1; done
  for part in "${!parts[@]}"; do
    case $part in
      *.jar) jars+=("$part") ;;
      store:*) stores+=("-D${part#store:}") ;;
      *) modules+=${modules:+,}$part ;;
    esac
  done
  maven "${modules//,/, }" "$modules" -Dlaunch ${stores[@]+"${stores[@]}"} process-classes
  for part in ${modules//,/ }; do copy_module "$part" "$new" "$store/$id"; done
  for part in ${jars[@]+"${jars[@]}"}; do
    job_jar "$part" ${stores[@]+"${stores[@]}"}
    mkdir -p "$new/${part%/*}"
    cp "$here/$part" "$new/$part"
  done
  for part in runners/jvm.args dashboard/jvm.args; do
    mkdir -p "$new/${part%/*}"
    cp "$here/$part" "$new/$part"
  done
  printf '%s\n' "${!parts[@]}" > "$new/parts"
  echo "$here" > "$new/checkout"
  : > "$new/lock"
  mv "$new" "$store/$id"
  echo "$id" > "$store/$kind.new"
  mv "$store/$kind.new" "$store/$kind"
  snapshot=$store/$id
  sweep
}

# maven WHAT MODULES ARGUMENT...: builds them with all that they need, from this checkout alone.
maven() {
  local output
  [ -x "$(dirname "$(readlink -f "$java")")/javac" ] ||
    fail "$java is of a Java that cannot compile: install a JDK 17, or set JAVA_HOME to one"
  echo "Building $1 (the first time this fetches libraries) ..." >&2
  # Maven's words are of interest only if it fails.
  output=$(cd "$here" && ./mvnw -q -B -ntp -pl "$2" -am "${@:3}" 2>&1) ||
    { echo "$output" >&2; fail "the build failed; Maven's words are above"; }
}

# copy_module MODULE NEW FINAL: its classes and what it needs of other modules, and its class path as
# it will be when NEW is called FINAL.
copy_module() {
  local module=$1 new=$2 final=$3 entry inside entries classpath=''
  copy "$module/target/classes" "$new"
  IFS=: read -r -a entries < "$here/$module/target/classpath" || true
  for entry in "${entries[@]}"; do
    inside=${entry#"$here"/}
    # The libraries may be below the checkout, too.
    if [[ $inside != "$entry" && $inside == */target/* && -d $here/${inside%%/target/*}/src ]]; then
      copy "$inside" "$new"
      entry=$final/$inside
    fi
    classpath+=${classpath:+:}$entry
  done
  mkdir -p "$new/$module/target"
  # Without a line's end, as Maven does: it would belong to the name of the last one.
  printf '%s' "$classpath" > "$new/$module/target/classpath"
}

copy() {
  if [ -e "$here/$1" ] && [ ! -e "$2/$1" ]; then
    mkdir -p "$2/${1%/*}"
    cp -R "$here/$1" "$2/$1"
  fi
}

# job_jar JAR [-DSTORE...]: makes it up to date, with these object stores. A submit may read the old
# one: the new one takes its name at once.
job_jar() {
  local jar=$here/$1 record=$store/${1##*/} engine=${1#runners/} of
  shift
  of="$here${*:+ $*}"
  engine=${engine%%/*}
  if [ -f "$jar" ] && [ "$(cat "$record" 2> /dev/null)" = "$of" ] && unchanged "$record"; then
    return
  fi
  mkdir -p "$store/new/jar"
  maven "the job jar for $engine" "runners/jars/$engine" \
    -Dlaunch -Dmaven.test.skip "-Djob-jar.folder=$store/new/jar" "$@" package
  mkdir -p "${jar%/*}"
  mv "$store/new/jar/${jar##*/}" "$jar"
  rmdir "$store/new/jar"
  echo "$of" > "$record"
  touch -r "$store/new/began" "$record"
}

# Deletes the snapshots that are nobody's.
sweep() {
  local old current
  current=" $(cat "$store"/{commands,commands-s3,commands-gcs,bench,images,release,release-s3} 2> /dev/null | tr '\n' ' ' || true)"
  for old in "$store"/*/; do
    old=${old%/}
    [[ $current != *" ${old##*/} "* ]] || continue
    { flock -n 7 && rm -rf "$old"; } 7< "$old/lock" || true
  done 2> /dev/null
}
