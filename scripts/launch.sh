# Shared by the launchers beside it, which source it: finds Java, builds what is missing or stale, starts an app.
# Bash 3.2 or later. KSTASH_JAVA_OPTS adds options to every JVM.

set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
dist=$root/distribution/target
lib=$dist/kstash/lib

fail() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  exit 2
}

# launch APP MAIN_CLASS [JVM_OPTION...] -- [ARGUMENT...]: replaces this shell by the app's JVM.
launch() {
  local app=$1 main=$2
  shift 2
  local -a options=()
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  shift
  find_java
  if [[ -z ${KSTASH_CHILD:-} ]]; then
    build_if_stale
    train_if_new
  else
    # `up` ends its children one after the other; a Ctrl-C at the terminal must not end all of them at once.
    trap '' INT HUP
    options+=(-Dkstash.endsWithParent=true)
  fi
  if ((java_release >= 24)); then
    # Newer Javas warn of what Kafka's compression libraries do.
    options+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
  fi
  local -a extra
  read -ra extra <<<"${KSTASH_JAVA_OPTS:-}"
  if [[ ${KSTASH_JAVA_OPTS:-} == *-XX:+Use*GC* ]]; then
    forget_collector
  fi
  add_archive_option "$app"
  exec "$java" -Xlog:disable -XX:-UsePerfData ${options[@]+"${options[@]}"} \
    -Dkstash.home="$root" -Dkstash.data="$root/data" ${extra[@]+"${extra[@]}"} -cp "$(class_path)" "$main" "$@"
}

# Takes the garbage collector out of `options`: a JVM that is given two does not start.
forget_collector() {
  local option
  local -a kept=()
  for option in ${options[@]+"${options[@]}"}; do
    [[ $option == -XX:+Use*GC ]] || kept+=("$option")
  done
  options=(${kept[@]+"${kept[@]}"})
}

# Sets `java`, `java_release` (17), and `java_id`, which tells one Java from another.
find_java() {
  local hint="install a JDK 17 or later, for example: apt-get install openjdk-17-jdk-headless maven"
  if [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/java ]]; then
    java=$JAVA_HOME/bin/java
  else
    java=$(command -v java) || fail "Java is missing: $hint"
    java=$(readlink -f -- "$java")
  fi
  local version release=${java%/bin/java}/release
  if [[ -r $release ]]; then
    version=$(<"$release")
    version=${version##*JAVA_VERSION=\"}
    version=${version%%\"*}
  else
    version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p')
  fi
  java_release=${version%%[!0-9]*}
  ((java_release >= 17)) || fail "Java $version at $java is too old: $hint (or set JAVA_HOME to one)"
  java_id=${version//[^0-9A-Za-z.]/-}
}

class_path() {
  local -a jars=("$lib"/*.jar)
  local IFS=:
  printf '%s' "${jars[*]}"
}

# --- building -------------------------------------------------------------------------------------------------------

build_if_stale() {
  is_fresh && return
  exclusively build build_unless_fresh
}

is_fresh() {
  [[ -e $dist/built ]] || return 1
  local -a sources=("$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main "$root"/libs/*/pom.xml "$root"/libs/*/src/main
    "$root"/testing/faults/pom.xml "$root"/testing/faults/src/main)
  # Folders count as well: they change when a file in them is deleted.
  [[ -z $(find "${sources[@]}" -newer "$dist/built" -print -quit 2>/dev/null) ]]
}

build_unless_fresh() {
  is_fresh && return # Another launcher was quicker.
  require_maven
  [[ -x ${java%/java}/javac ]] || fail "there is a Java at $java, but no compiler: install a JDK, for example: apt-get install openjdk-17-jdk-headless"
  if [[ -e $dist/built ]]; then
    echo "Building kstash (its sources have changed)..." >&2
  else
    echo "Building kstash (first start, a minute or two)..." >&2
  fi
  mkdir -p "$dist"
  touch "$dist/build-started" # What is edited while the build runs counts as newer.
  if ! (cd "$root" && JAVA_HOME=${java%/bin/java} mvn -q -DskipTests -Dspotless.apply.skip=true -pl distribution -am package) \
    >"$dist/build.log" 2>&1 </dev/null; then
    cat "$dist/build.log" >&2
    fail "the build failed, see above (also in $dist/build.log)"
  fi
  rm -rf "$dist/cds"
  mv "$dist/build-started" "$dist/built"
}

require_maven() {
  local hint="install Maven 3.8 or later, for example: apt-get install maven" version
  command -v mvn >/dev/null || fail "Maven is missing: $hint"
  version=$(mvn -v </dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
  ((${version% *} > 3 || ${version#* } >= 8)) || fail "Maven ${version/ /.} is too old: $hint"
}

# exclusively NAME FUNCTION: one launcher at a time, where the system has flock.
exclusively() {
  mkdir -p "$dist"
  if command -v flock >/dev/null; then
    exec 9>"$dist/$1.lock"
    flock 9
    "$2"
    exec 9>&-
  else
    "$2"
  fi
}

# --- class data sharing: start-up in half the time --------------------------------------------------------------------

# One archive for each app and Java, made of the classes that the app loads in a short run.
train_if_new() {
  [[ -d $dist/cds/$java_id || -n ${KSTASH_TRAINING:-} ]] && return
  exclusively train train_unless_done
}

train_unless_done() {
  [[ -d $dist/cds/$java_id ]] && return
  echo "Preparing quick starts for Java $java_id (once, some seconds)..." >&2
  local folder
  mkdir -p "$dist/cds"
  folder=$(mktemp -d "$dist/cds/training.XXXXXX")
  (
    export KSTASH_TRAINING=$folder
    exec 9>&-
    "$root/scripts/transformer" filter -f "$root/pipelines/multi-test.conf" <<<'{"id":1}'
    "$root/scripts/up" --exit --producers 1 --count 2 --rate max --kafka-port 0 --ui-port 0 --data "$folder/data"
  ) >"$dist/training.log" 2>&1 </dev/null || true # Without archives all works as well, only slower.
  rm -rf "$folder/data"
  mv "$folder" "$dist/cds/$java_id"
}

add_archive_option() {
  local archive=$dist/cds/$java_id/$1.jsa
  if [[ -n ${KSTASH_TRAINING:-} ]]; then
    options+=("-XX:ArchiveClassesAtExit=$KSTASH_TRAINING/$1.jsa")
  elif [[ -e $archive ]]; then
    options+=("-XX:SharedArchiveFile=$archive")
  fi
}
