# The full app, with its server. Build and run:
#   docker build -t pull-the-plug .
#   docker run --rm -p 3000:3000 -v ptp-state:/state -e PTP_ALLOWED_HOSTS=plug.example.org pull-the-plug

FROM node:22-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 PTP_STANDALONE=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

FROM node:22-slim
WORKDIR /app
# NEXT_MANUAL_SIG_HANDLE: on SIGTERM the app itself lets tools end, saves its sessions to /state and goes (app/mcp/shutdown.ts).
# HOSTNAME is where Next's server listens.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEXT_MANUAL_SIG_HANDLE=1 PTP_STATE_DIR=/state HOSTNAME=0.0.0.0 PORT=3000
# A server and those files of packages that it needs; then what browsers load.
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
RUN mkdir /state && chown node:node /state
USER node
VOLUME /state
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not npm: it would stand between the signal and the app.
CMD ["node", "server.js"]
