FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/package.json /app/server.ts ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# node itself is the process, so that it hears SIGTERM and finishes the turns that run.
CMD ["node", "--enable-source-maps", "server.ts"]
