# shellcheck shell=bash
# What commands run from in a release: from itself, which may be read-only. It has the layout of a
# snapshot, and class paths that begin at its top. The script that reads this file sets $here and
# defines fail.

# take KIND PART...: sets $snapshot to the folder that has all these parts.
take() {
  local part
  [[ $here != *:* ]] ||
    fail "the folder $here has a colon in its name, and a class path is divided by colons: move it elsewhere"
  shift
  snapshot=$here
  for part in "$@"; do
    [[ $part == store:* ]] || continue
    snapshot=$here/stores/${part#store:}
    [ -d "$snapshot" ] || fail "a release has no parts for ${part#store:}: run it from a checkout"
  done
  for part in "$@"; do
    case $part in
      store:*) ;;
      *.jar)
        [ -f "$snapshot/$part" ] ||
          fail "the job jars of a release have no object stores: './weir package --s3 ENGINE' in a checkout makes one"
        ;;
      *) [ -f "$snapshot/$part/target/classpath" ] || fail "this release has no $part: unpack it again" ;;
    esac
  done
}

# The class path of a module.
class_path() {
  local entry entries=() all=$snapshot/$1/target/classes
  IFS=: read -r -a entries < "$snapshot/$1/target/classpath" || true # No line's end.
  for entry in "${entries[@]}"; do all+=:$snapshot/$entry; done
  echo "$all"
}

package() {
  fail "package: this is a release, which has no sources: use a checkout" 2
}
