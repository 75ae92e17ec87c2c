import { getBase } from '../published-site.ts';
import type { PlanHost } from './host-plan.ts';

/** Plans a container with the edition and nginx, which a proxy in front encrypts. */
export const planDocker: PlanHost = (site) => ({
  files: [
    {
      path: 'Dockerfile',
      text: `# syntax=docker/dockerfile:1
# The edition in a container with nginx, on port 80: docker build -t paper . && docker run -p 80:80 paper
FROM node:24-bookworm-slim AS edition
# A library that the Node of the program needs and small images lack.
RUN apt-get update && apt-get install -y --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*
WORKDIR /newsroom
COPY package*.json .npmrc* *.tgz ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# The cache of builds holds drafts: it is no part of the image.
RUN --mount=type=cache,target=/var/cache/gazetteer CACHE_DIR=/var/cache/gazetteer npx gazetteer build
RUN npx gazetteer host nginx --proxied --root /srv/www --print nginx.conf > /tmp/site.conf && rm -f dist/.gazetteer-*

FROM nginx:stable-alpine
COPY --from=edition /tmp/site.conf /etc/nginx/conf.d/default.conf
COPY --from=edition /newsroom/dist/ /srv/www${getBase(site)}
`,
    },
    { path: '.dockerignore', text: '.git\nnode_modules\ndist\n.cache\n' },
  ],
  steps: ['`docker build -t paper . && docker run -p 80:80 paper`', 'Put a proxy in front that has the certificate.'],
  limits: [
    'It does not encrypt: the proxy does.',
    'It has no clock for stories under embargo: have a clock of yours build the image again and replace the container.',
  ],
});
