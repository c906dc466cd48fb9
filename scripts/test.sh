#!/usr/bin/env bash
# Everything that must hold: lint, types, unit, contract and meta tests, then the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

# The browser is the system's: nothing is downloaded from outside the package registries.
find_chromium() {
  if [ -n "${CHROMIUM_PATH:-}" ]; then echo "$CHROMIUM_PATH"; return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  return 1
}
if ! CHROMIUM_PATH=$(find_chromium); then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'No Chromium found: installing the package of the system.'
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
    CHROMIUM_PATH=$(find_chromium)
  else
    echo 'No Chromium found: install it (Debian, Ubuntu: sudo apt-get install chromium) or set CHROMIUM_PATH.' >&2
    exit 1
  fi
fi
export CHROMIUM_PATH

export E2E_DATA_DIR=${E2E_DATA_DIR:-.cache/e2e-data} E2E_PREPARED=1
npx remix vite:build --logLevel error
# The example that the browser walks is made while the code is read.
rm -rf "$E2E_DATA_DIR"
NODE_ENV=production LOG_LEVEL=error PUBLIC_URL=http://localhost:${E2E_PORT:-3210} DATA_DIR=$E2E_DATA_DIR \
  DATABASE_URL=${E2E_DATABASE_URL:-} npx tsx server/demo.ts --stop >/dev/null &
example=$!
npx biome ci .
npx tsc --noEmit
wait $example
npx vitest run
npx playwright test
# What the browser did left every stored count as the facts say.
DATA_DIR=$E2E_DATA_DIR DATABASE_URL=${E2E_DATABASE_URL:-} npx tsx scripts/check-rollups.ts
