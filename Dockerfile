# The alternative to the Node.js buildpack. heroku.yml builds this image, which runs web, worker and release.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production PATH=/app/bin:$PATH
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
# Heroku runs a container as an arbitrary user, never as root, so the app must not need to write files.
USER node
EXPOSE 3000
# Heroku ignores this, but other container hosts use it. It doesn't work for a worker, so start that with --no-healthcheck.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-old-space-size=384", "--max-semi-space-size=8", "src/web.ts"]
