# One recipe for every process of Vitrine: docker build --build-arg SERVICE=share --tag vitrine/share .
# SERVICE is identity, asset, share, guest-invitation, download, activity, gateway, or standalone (the command line).
# FFMPEG=1 brings ffmpeg along, which the asset service draws pictures of videos with where it is there.
ARG BASE=node:24.21.0-trixie-slim
ARG FFMPEG=0

# The page and the clients of the databases; the same layers for all services. No package runs a script of its own:
# Node is the one of the base.
FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY frontend/package.json frontend/
COPY gateway/package.json gateway/
COPY services/activity/package.json services/activity/
COPY services/asset/package.json services/asset/
COPY services/download/package.json services/download/
COPY services/guest-invitation/package.json services/guest-invitation/
COPY services/identity/package.json services/identity/
COPY services/platform/package.json services/platform/
COPY services/share/package.json services/share/
COPY services/standalone/package.json services/standalone/
COPY tests/package.json tests/
RUN npm ci --ignore-scripts --loglevel=error --no-update-notifier \
  && mkdir -p node_modules/node/bin && ln -sf "$(command -v node)" node_modules/node/bin/node
COPY . .
RUN node scripts/build.mjs

# The base without its package managers: nothing is installed in a container that runs.
FROM ${BASE} AS runtime-0
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
  /usr/local/bin/yarn /usr/local/bin/yarnpkg /opt/yarn*

FROM runtime-0 AS runtime-1
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*

# What Compose runs once, before everything else: it makes the secrets and the folders that are not there yet.
FROM runtime-0 AS first-start
COPY scripts/make-secrets.mjs /app/
RUN install -d -o 10001 -g 10001 /volumes/actor /volumes/broker /volumes/cache /volumes/database /volumes/store \
  /volumes/files /volumes/mails
USER 10001:10001
ENTRYPOINT ["node", "/app/make-secrets.mjs"]

# What the service runs from, and nothing else: its sources and the packages that they reach.
FROM build AS assembled
ARG SERVICE
RUN test -n "${SERVICE}" || { echo 'Say which service: --build-arg SERVICE=share' >&2; exit 1; }
RUN node scripts/assemble-image.mjs "${SERVICE}" /assembled

FROM runtime-${FFMPEG}
ARG SERVICE
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="vitrine-${SERVICE}" \
  org.opencontainers.image.description="Vitrine, a portal to download digital assets and to share them: ${SERVICE}" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production OPERATIONS_PORT=9090
# The C library gives memory back that a start or a password's hash took (scripts/lib/memory-settings.mjs).
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=4194304 MALLOC_TRIM_THRESHOLD_=4194304
WORKDIR /app
COPY --from=assembled /assembled ./
USER 10001:10001
EXPOSE 3000 9090
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPERATIONS_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/service/src/main.ts"]
