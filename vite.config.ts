import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { firstLoadBudget } from './.ci/first-load.mjs'
import { publishedSchemas } from './.ci/published-schemas.mjs'

/**
 * What the built page may load: its own files and nothing else. Styles that scripts set on elements
 * go through the CSSOM, which the policy leaves alone. The development server needs inline scripts,
 * so the policy is written at build time.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  },
}

export default defineConfig({
  // relative addresses, so that the site works under any path of any static host
  base: './',
  plugins: [react(), contentSecurityPolicy, publishedSchemas(), firstLoadBudget()],
  build: { target: 'es2023', assetsInlineLimit: 2048, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['.ci/properties.mjs'],
    // what is tested keeps no state of its own: loading it once for all files saves most of the time
    isolate: false,
    // properties over many random networks, on machines slower than ours
    testTimeout: 120_000,
  },
})
