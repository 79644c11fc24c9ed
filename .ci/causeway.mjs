#!/usr/bin/env node
// npm run -s causeway -- …: the command line. Builds it first where the sources are newer.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, root } from './bundle.mjs'

const built = join(root, 'dist-cli/causeway.js')

/** When was the newest of the sources written? */
const newest = () =>
  Math.max(
    ...readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

if (!existsSync(built) || statSync(built).mtimeMs < newest())
  await bundle('src/cli/entry.ts', 'dist-cli/causeway.js')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { run } = await import(pathToFileURL(built).href)
await run(process.argv.slice(2), version)
