// A build plugin: writes the JSON Schemas of designs and of what the command line reads and writes to
// public/schema/, from the schemas of the sources, before the page is put together.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, root } from './bundle.mjs'

const folder = join(root, 'public/schema')

async function write() {
  const made = await bundle('src/cli/schemas.ts', 'dist-cli/schemas/schemas.js')
  /** @type {{ schemaFiles: () => readonly { name: string, text: string }[] }} */
  const { schemaFiles } = await import(made)
  mkdirSync(folder, { recursive: true })
  const files = schemaFiles()
  const isStale = (/** @type {string} */ name) => !files.some((file) => file.name === name)
  for (const name of readdirSync(folder).filter(isStale)) rmSync(join(folder, name))
  for (const { name, text } of files) writeFileSync(join(folder, name), text)
}

/** @returns {import('vite').Plugin} */
export function publishedSchemas() {
  return { name: 'published-schemas', apply: 'build', buildStart: write }
}
