# Sourced by run and check: finds what building and running needs. POSIX sh.
# shellcheck shell=sh

JAVA_NEEDED=25

# Major version of the Java below a directory; nothing when there is none. jdk: the compiler must be there too.
java_major() {
  [ -x "$1/bin/java" ] || return 1
  if [ "${2:-}" = jdk ]; then [ -x "$1/bin/javac" ] || return 1; fi
  "$1/bin/java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9][0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to a JDK of at least JAVA_NEEDED: the one named, else the oldest that will do.
find_jdk() {
  best='' best_major=0
  path_java=$(command -v javac 2>/dev/null || true)
  if [ -n "$path_java" ]; then path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")"); fi
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$path_java"; do
    # Links of /usr/lib/jvm lead to directories that stand beside them.
    if [ ! -d "$home" ] || { [ -L "$home" ] && [ "$home" != "${JAVA_HOME:-}" ]; }; then continue; fi
    major=$(java_major "$home" jdk) || continue
    if [ -z "$major" ] || [ "$major" -lt "$JAVA_NEEDED" ]; then continue; fi
    if [ "$home" = "${JAVA_HOME:-}" ]; then best=$home best_major=$major; break; fi
    if [ "$best_major" = 0 ] || [ "$major" -lt "$best_major" ]; then best=$home best_major=$major; fi
  done
  if [ -z "$best" ]; then
    say_no "needs a JDK $JAVA_NEEDED or newer, and found none in JAVA_HOME, /usr/lib/jvm or PATH; $(jdk_remedy)"
  fi
  JAVA_HOME=$best
  export JAVA_HOME
}

# The one command that brings a JDK here.
jdk_remedy() {
  if command -v apt-get >/dev/null 2>&1 && apt-cache show "openjdk-$JAVA_NEEDED-jdk-headless" >/dev/null 2>&1; then
    echo "install it with: $(as_root)apt-get install -y openjdk-$JAVA_NEEDED-jdk-headless"
  elif command -v dnf >/dev/null 2>&1; then
    echo "install it with: $(as_root)dnf install -y java-$JAVA_NEEDED-openjdk-devel"
  elif command -v apt-get >/dev/null 2>&1; then
    echo "this system has no package for it: install Temurin $JAVA_NEEDED (https://adoptium.net/installation/linux) with: $(as_root)apt-get install -y temurin-$JAVA_NEEDED-jdk"
  else
    echo "unpack one from https://adoptium.net and start again with: JAVA_HOME=/where/it/is $0"
  fi
}

# Stops unless Maven is there.
find_maven() {
  command -v mvn >/dev/null 2>&1 ||
    say_no "needs Maven to build; install it with: $(as_root)apt-get install -y maven"
  # Maven 3.8's own libraries warn on a new Java; nothing of ours.
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
  export MAVEN_OPTS
}

as_root() {
  [ "$(id -u)" = 0 ] || printf 'sudo '
}

say_no() {
  echo "quillbox: $1" >&2
  exit 1
}
